// Door: what a store kept of a document, its facts and its sketch.  Bytes that are read come back
// the same when they are written and read again.
#include <string>

#include "base/hash.h"
#include "door.h"
#include "group/sketch_bytes.h"
#include "store/fact_bytes.h"

namespace concord::fuzz {
namespace {

const RuleSet& rules() {
  static const RuleSet kOnly = [] {
    RuleSet set;
    set.files = {"core/deaths.yaml"};
    set.facts.resize(1);
    set.facts[0].pack = "core";
    set.facts[0].name = "deaths";
    return set;
  }();
  return kOnly;
}

/// The sum behind the facts would turn every other input away.
std::string with_sum(std::string_view bytes) {
  std::string whole(bytes);
  const std::uint64_t sum = quick_hash(bytes);
  constexpr std::size_t kSumSize = 4;
  return whole.append(reinterpret_cast<const char*>(&sum), kSumSize);
}

void read(std::string_view bytes) {
  const store::RuleNames names(rules());
  const store::Unpacked facts = store::unpack_facts(with_sum(bytes), &names);
  const std::string packed = store::pack_facts(facts.facts, names);
  const store::Unpacked again = store::unpack_facts(packed, &names);
  require(again.whole && again.facts.size() == facts.facts.size(), "facts come back");
  require(store::pack_facts(again.facts, names) == packed, "facts come back the same");
  (void)store::unpack_facts(bytes, nullptr);
  if (const auto sketch = group::read_sketch(bytes)) {
    require(group::read_sketch(group::sketch_bytes(*sketch)).has_value(), "a sketch comes back");
  }
}

}  // namespace
}  // namespace concord::fuzz

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it by this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  concord::fuzz::read(concord::fuzz::text_of(data, size));
  return 0;
}
