// Door: a rule file. Any bytes give a rule set and complaints, each marked inside its own excerpt.
#include "door.h"
#include "rules/rules.h"

namespace concord::fuzz {
namespace {

void load(std::string_view yaml) {
  Diagnostics diagnostics;
  const RuleSet rules = rules::load_text("fuzz.yaml", yaml, diagnostics);
  rules::lint(rules, std::nullopt, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    const Location& where = diagnostic.where;
    require(!diagnostic.code.empty(), "a diagnostic has a code");
    require(where.marked.begin <= where.marked.end && where.marked.end <= where.excerpt.size(),
            "a mark lies in its excerpt");
  }
}

}  // namespace
}  // namespace concord::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  concord::fuzz::load(concord::fuzz::text_of(data, size));
  return 0;
}
