// Door: one phrase line. A line gives a phrase or at least one complaint, never neither.
#include "door.h"
#include "rules/rules.h"

namespace concord::fuzz {
namespace {

void parse(std::string_view line) {
  Diagnostics diagnostics;
  const bool parsed = rules::parse_phrase(line, diagnostics).has_value();
  require(parsed || !diagnostics.empty(), "a refused phrase has a reason");
  if (line.size() < 64) {
    for (const std::string& form : rules::inflect(line)) {
      require(!form.empty() || line.empty(), "a form has letters");
    }
  }
}

}  // namespace
}  // namespace concord::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  concord::fuzz::parse(concord::fuzz::text_of(data, size));
  return 0;
}
