#include "extract/program_bytes.h"

#include <type_traits>

namespace concord::extract {

// The writer and the reader go through the same list of fields, so that they cannot differ; a new
// field does not compile until it is named here.

template <class T, class Struct>
concept Like = std::is_same_v<std::remove_const_t<T>, Struct>;

template <class Bytes, Like<Index> T>
void fields(Bytes& bytes, T& it) {
  auto& [bits, starts, trees, by_values, nodes, phrases, always] = it;
  bytes(bits, starts, trees, by_values, nodes, phrases, always);
}

template <class Bytes, Like<ContextPhrases> T>
void fields(Bytes& bytes, T& it) {
  auto& [stops, applies] = it;
  bytes(stops, applies);
}

template <class Bytes, Like<Program> T>
void fields(Bytes& bytes, T& it) {
  auto& [rules, kept, code, shapes, openings, others, words, clauses, busy, starts, holders,
         required, texts, slot_names, slots, phrases, lists, unless, contexts, exclusive,
         quote_rules, harms, harm_facts, indexes, flags, place_words, place_list, word_count,
         most_memos] = it;
  bytes(code, shapes, openings, others, words, clauses, busy, starts, holders, required, texts,
        slot_names, slots, phrases, lists, unless, contexts, exclusive, quote_rules, harms,
        harm_facts, indexes[0], indexes[1], indexes[2], indexes[3], flags, place_words, place_list,
        word_count, most_memos);
  static_assert(kCategories == 4);
}

void write(const Program& program, PlainWriter& bytes) {
  fields(bytes, program);
}

std::unique_ptr<Program> read(PlainReader& bytes, const RuleSet& rules) {
  auto program = std::make_unique<Program>();
  fields(bytes, *program);
  program->rules = &rules;
  program->kept = bytes.owner();
  return program;
}

}  // namespace concord::extract
