#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/fact.h"
#include "store/store.h"

namespace concord::store {

/// The facts of one document, whole, in a form that no change of the rules touches: rules and rule
/// files by name.
std::string pack_facts(std::span<const Fact> facts, const RuleNames& names);

struct Unpacked {
  std::vector<Fact> facts;  // those of rules that `names` knows, in order
  std::size_t packed = 0;   // how many there are
  bool whole = true;        // false: the bytes are damaged; then there are no facts
};

/// Null `names`: facts are only counted, their rules left 0.
Unpacked unpack_facts(std::string_view bytes, const RuleNames* names);

}  // namespace concord::store
