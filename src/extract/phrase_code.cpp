#include "extract/phrase_code.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/fold.h"
#include "model/measure_units.h"
#include "model/value.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kMeasures =
    class_of(Dimension::length) | class_of(Dimension::area) | class_of(Dimension::volume) |
    class_of(Dimension::mass) | class_of(Dimension::speed) | class_of(Dimension::temperature) |
    class_of(Dimension::energy) | class_of(Dimension::power) | class_of(Dimension::pressure) |
    class_of(Dimension::angle) | class_of(Dimension::data);

struct TypeRow {
  std::string_view name;
  std::uint32_t classes;
};
constexpr TypeRow kTypes[] = {
    {"count", class_of(Dimension::count)},
    {"count_a", class_of(Dimension::count)},
    {"number",
     class_of(Dimension::count) | class_of(Dimension::magnitude) | class_of(Dimension::other)},
    {"percent", class_of(Dimension::percent)},
    {"money", class_of(Dimension::money)},
    {"measure", kMeasures},
    {"age", class_of(Dimension::age)},
    {"duration", kDurationClass},
    {"date", kDateClass},
    {"time", kTimeClass},
};

/// What the gaps of a phrase with such a slot do not cross: any other number for a quantity,
/// another duration for a duration ("20 hours after at least four gunmen ..."), nothing for a time.
constexpr std::uint32_t gap_stops(std::uint32_t classes) {
  if ((classes & (kTimeClass | kDateClass)) != 0) {
    return 0;
  }
  return classes == kDurationClass ? kDurationClass : ~(kTimeClass | class_of(Dimension::ordinal));
}

template <std::size_t N>
const TypeRow* row_of(const TypeRow (&rows)[N], std::string_view name) {
  const auto* found = std::ranges::find(rows, name, &TypeRow::name);
  return found == std::end(rows) ? nullptr : found;
}

constexpr std::uint32_t kSmallestShape = 4;  // instructions

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '\'' || c == '.' || c == '&';
}

/// True where a hyphen at `at` joins a tail of one letter ("ISIS-K"), which stays in the word.
bool joins_single_letter(std::string_view text, std::size_t at) {
  return at > 0 && is_word_byte(text[at - 1]) && at + 1 < text.size() &&
         is_word_byte(text[at + 1]) && (at + 2 == text.size() || !is_word_byte(text[at + 2]));
}

void add_word(std::string_view word, std::vector<std::string>& tokens) {
  if (word.ends_with("'s") && word.size() > 2) {
    tokens.emplace_back(word.substr(0, word.size() - 2));
    tokens.emplace_back("'s");
  } else if (!word.empty()) {
    tokens.emplace_back(word);
  }
}

}  // namespace

ValueClasses classes_of_type(std::string_view type, std::string_view unit) {
  const TypeRow* row = row_of(kTypes, type);
  const auto* narrower = std::ranges::find(kMeasureUnits, unit, &MeasureUnit::name);
  if (type == "measure" && narrower != std::end(kMeasureUnits)) {
    return class_of(narrower->dimension);
  }
  return row != nullptr ? row->classes : 0U;
}

bool is_plain_word(std::string_view written) {
  return !written.empty() && std::ranges::all_of(written, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

std::vector<std::string> tokens_of(std::string_view written) {
  std::string text(written);
  constexpr std::string_view kApostrophe = "\u2019";
  for (std::size_t at = text.find(kApostrophe); at != std::string::npos;
       at = text.find(kApostrophe)) {
    text.replace(at, kApostrophe.size(), "'");
  }
  std::vector<std::string> tokens;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() &&
        (is_word_byte(text[i]) || (text[i] == '-' && joins_single_letter(text, i)))) {
      continue;
    }
    add_word(std::string_view(text).substr(begin, i - begin), tokens);
    if (i < text.size() && text[i] != ' ') {
      tokens.emplace_back(1, text[i]);
    }
    begin = i + 1;
  }
  return tokens;
}

PhraseCoder::PhraseCoder(Program& program, Lexicon& lexicon, FormWords& forms)
    : program_(program),
      lexicon_(lexicon),
      forms_(forms),
      including_{lexicon.add("including"), lexicon.add("among"), lexicon.add("included")} {
  program_.shapes.push_back({});
}

Instruction& PhraseCoder::add(Op op) {
  Instruction instruction;
  instruction.op = op;
  const bool chooses = op == Op::split || op == Op::gap || op == Op::list || op == Op::name ||
                       op == Op::source || op == Op::text;
  if (chooses && phrase_ != nullptr) {
    instruction.memo = phrase_->memos++;
  }
  return program_.code.push_back(instruction);
}

PhraseSlots PhraseCoder::phrase(const Phrase& phrase, std::string_view value_type,
                                std::string_view unit, CompiledPhrase& out) {
  forms_.begin_phrase();
  phrase_ = &out;
  value_type_ = value_type;
  unit_ = unit;
  out.entry = static_cast<std::uint32_t>(program_.code.size());
  out.where = phrase.where;
  node(phrase.root);
  add(Op::accept);
  out.end = static_cast<std::uint32_t>(program_.code.size());
  phrase_ = nullptr;
  first_words(out.entry, out);
  return std::exchange(slots_, {});
}

std::uint32_t PhraseCoder::way(const Phrase& phrase) {
  const auto entry = static_cast<std::uint32_t>(program_.code.size());
  node(phrase.root);
  add(Op::accept);
  return entry;
}

void PhraseCoder::node(const PhraseNode& node) {
  switch (node.kind) {
    case PhraseKind::sequence:
      for (const PhraseNode& child : node.children) {
        this->node(child);
      }
      return;
    case PhraseKind::alternatives:
      return alternatives(node);
    case PhraseKind::option:
      return option(node);
    case PhraseKind::word:
      return word(node);
    case PhraseKind::exact:
      return exact(node);
    case PhraseKind::slot:
      return value_or_list(node, node.type.empty() ? value_type_ : std::string_view(node.type));
    case PhraseKind::list_ref:
    case PhraseKind::type_ref:
      return value_or_list(node, node.text);
    case PhraseKind::gap: {
      Instruction& gap = add(Op::gap);
      gap.most = node.most;
      gap.flag = node.crosses_numbers;
      return;
    }
    case PhraseKind::without:
      return without(node);
    case PhraseKind::punctuation:
      return mark(node);
  }
}

void PhraseCoder::word_set(std::vector<WordId> ids, Op op) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (ids.size() == 1 && op == Op::words) {
    add(Op::word).a = ids.front();
    return;
  }
  Instruction& instruction = add(op);
  for (const WordId id : ids) {
    instruction.types |= 1U << (id % 32);
  }
  const Range range = range_of(std::move(ids));
  instruction.a = range.begin;
  instruction.b = range.end;
}

/// Where sorted words lie in Program::words.
Range PhraseCoder::range_of(std::vector<WordId> ids) {
  const auto [known, added] = ranges_.try_emplace(std::move(ids));
  if (added) {
    known->second.begin = static_cast<std::uint32_t>(program_.words.size());
    program_.words.append(known->first);
    known->second.end = static_cast<std::uint32_t>(program_.words.size());
  }
  return known->second;
}

/// Gives the split at `begin`, from which these ways go on, its shape: equal code leads from equal
/// tokens to equal tokens, wherever it stands.
void PhraseCoder::share(std::uint32_t begin, const std::vector<std::uint32_t>& ways) {
  const auto end = static_cast<std::uint32_t>(program_.code.size());
  if (phrase_ == nullptr || end - begin < kSmallestShape || ways.size() < 2) {
    return;
  }
  std::vector<std::uint32_t> key;
  for (std::uint32_t at = begin; at < end; ++at) {
    const Instruction& instruction = program_.code[at];
    const bool splits = instruction.op == Op::split;
    const bool goes = splits || instruction.op == Op::jump || instruction.op == Op::without;
    key.insert(key.end(),
               {static_cast<std::uint32_t>(instruction.op), instruction.most,
                static_cast<std::uint32_t>(instruction.flag), instruction.types,
                instruction.a - (goes ? begin : 0), instruction.b - (splits ? begin : 0)});
  }
  const auto number = static_cast<std::uint32_t>(program_.shapes.size());
  const auto [known, added] = shapes_.try_emplace(std::move(key), number);
  if (added) {
    program_.shapes.push_back(shape_of(begin, ways));
  }
  program_.code.own(begin).types = known->second;
}

Shape PhraseCoder::shape_of(std::uint32_t begin, const std::vector<std::uint32_t>& ways) {
  Shape shape;
  const auto end = static_cast<std::uint32_t>(program_.code.size());
  shape.size = end - begin;
  std::vector<Opening> openings;
  std::vector<std::uint32_t> others;
  for (const std::uint32_t way : ways) {
    const Instruction first = way < end ? program_.code[way] : Instruction();
    const std::uint32_t behind = way + 1;
    const bool jumps = behind < end && program_.code[behind].op == Op::jump;
    const std::uint32_t place = (jumps ? program_.code[behind].a : behind) - begin;
    if (first.op == Op::word) {
      openings.push_back({first.a, place});
    } else if (first.op == Op::words) {
      for (std::uint32_t word = first.a; word < first.b; ++word) {
        openings.push_back({program_.words[word], place});
      }
    } else {
      others.push_back(way - begin);
    }
  }
  for (const Opening& opening : openings) {
    shape.kinds |= std::uint64_t{1} << (opening.word % 64);
    shape.rows |= std::uint64_t{1} << (opening.word / 64 % 64);
  }
  std::ranges::stable_sort(openings, {}, &Opening::word);
  shape.openings.begin = static_cast<std::uint32_t>(program_.openings.size());
  program_.openings.append(openings);
  shape.openings.end = static_cast<std::uint32_t>(program_.openings.size());
  shape.others.begin = static_cast<std::uint32_t>(program_.others.size());
  program_.others.append(others);
  shape.others.end = static_cast<std::uint32_t>(program_.others.size());
  return shape;
}

void PhraseCoder::word_tokens(const std::vector<std::string>& tokens) {
  for (const std::string& token : tokens) {
    const bool is_mark = token.size() == 1 && !is_word_byte(token.front());
    word_set({lexicon_.add(token)}, is_mark ? Op::mark : Op::words);
  }
}

/// One of several words, of other nodes, or of words that are several tokens.
void PhraseCoder::either(const std::vector<WordId>& single,
                         const std::vector<const PhraseNode*>& others,
                         const std::vector<std::vector<std::string>>& sequences) {
  const auto begin = static_cast<std::uint32_t>(program_.code.size());
  std::size_t left = others.size() + sequences.size() + (single.empty() ? 0 : 1);
  std::vector<std::uint32_t> jumps;
  std::vector<std::uint32_t> ways;
  const auto branch = [&](auto&& emit) {
    const bool last = --left == 0;
    const auto split = static_cast<std::uint32_t>(program_.code.size());
    if (!last) {
      add(Op::split).a = split + 1;
    }
    ways.push_back(static_cast<std::uint32_t>(program_.code.size()));
    emit();
    if (!last) {
      jumps.push_back(static_cast<std::uint32_t>(program_.code.size()));
      add(Op::jump);
      program_.code.own(split).b = static_cast<std::uint32_t>(program_.code.size());
    }
  };
  for (const auto& tokens : sequences) {
    branch([&] { word_tokens(tokens); });
  }
  for (const PhraseNode* other : others) {
    branch([&] { node(*other); });
  }
  if (!single.empty()) {
    branch([&] { word_set(single, Op::words); });
  }
  for (const std::uint32_t jump : jumps) {
    program_.code.own(jump).a = static_cast<std::uint32_t>(program_.code.size());
  }
  share(begin, ways);
}

void PhraseCoder::add_single(WordId id, std::vector<WordId>& single) {
  single.push_back(id);
  if (phrase_ != nullptr && std::ranges::find(including_, id) != std::end(including_)) {
    phrase_->says_including = true;
  }
}

void PhraseCoder::word(const PhraseNode& node) {
  std::vector<WordId> single;
  std::vector<std::vector<std::string>> sequences;
  const auto ids = forms_.add(node);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] != kUnknownWord) {
      add_single(ids[i], single);
    } else if (auto tokens = tokens_of(node.forms[i]); !tokens.empty()) {
      sequences.push_back(std::move(tokens));
    }
  }
  either(single, {}, sequences);
}

void PhraseCoder::alternatives(const PhraseNode& node) {
  std::vector<WordId> single;
  std::vector<const PhraseNode*> others;
  for (const PhraseNode& child : node.children) {
    if (child.kind != PhraseKind::word) {
      others.push_back(&child);
      continue;
    }
    const auto ids = forms_.add(child);
    if (std::ranges::find(ids, kUnknownWord) != ids.end()) {
      others.push_back(&child);
      continue;
    }
    for (const WordId id : ids) {
      add_single(id, single);
    }
  }
  either(single, others, {});
}

void PhraseCoder::option(const PhraseNode& node) {
  const auto split = static_cast<std::uint32_t>(program_.code.size());
  add(Op::split).a = split + 1;
  for (const PhraseNode& child : node.children) {
    this->node(child);
  }
  program_.code.own(split).b = static_cast<std::uint32_t>(program_.code.size());
  share(split, {split + 1, program_.code[split].b});
}

void PhraseCoder::exact(const PhraseNode& node) {
  for (const std::string& token : tokens_of(node.text)) {
    Instruction& instruction = add(Op::exact);
    instruction.a = lexicon_.add(token);
    instruction.b = static_cast<std::uint32_t>(program_.texts.size());
    program_.texts.push_back(token);
  }
}

std::uint8_t PhraseCoder::slot_of(const PhraseNode& node) {
  if (phrase_ == nullptr || node.slot.empty()) {
    return kNoSlot;
  }
  auto found = std::ranges::find(slots_.names, node.slot);
  if (found == slots_.names.end()) {
    if (slots_.names.size() == kMaxSlots) {
      return kNoSlot;
    }
    found = slots_.names.insert(found, node.slot);
    slots_.types.push_back(node.type);
  }
  return static_cast<std::uint8_t>(found - slots_.names.begin());
}

void PhraseCoder::value_or_list(const PhraseNode& node, std::string_view type) {
  const std::uint8_t slot = slot_of(node);
  if (const TypeRow* row = row_of(kTypes, type)) {
    Instruction& instruction = add(Op::value);
    instruction.slot = slot;
    instruction.types = classes_of_type(type, unit_);
    instruction.flag = type == "count_a";
    if (phrase_ != nullptr) {
      phrase_->gap_stops |= gap_stops(row->classes);
    }
    return;
  }
  const auto& lists = program_.rules->lists;
  const auto list = std::ranges::find(lists, type, &WordList::name);
  const Op op = list != lists.end() ? Op::list
                : type == "source"  ? Op::source
                : type == "text"    ? Op::text
                                    : Op::name;
  Instruction& instruction = add(op);
  instruction.slot = slot;
  instruction.a = op == Op::list ? static_cast<std::uint32_t>(list - lists.begin()) : 0U;
}

void PhraseCoder::without(const PhraseNode& node) {
  const auto at = static_cast<std::uint32_t>(program_.code.size());
  add(Op::without);
  for (const PhraseNode& child : node.children) {
    this->node(child);
  }
  add(Op::accept);
  program_.code.own(at).a = static_cast<std::uint32_t>(program_.code.size());
}

void PhraseCoder::mark(const PhraseNode& node) {
  if (node.text == "-") {
    word_set({lexicon_.add("-"), lexicon_.add("\u2013"), lexicon_.add("\u2014")}, Op::mark);
  } else {
    word_set({lexicon_.add(node.text)}, Op::mark);
  }
}

void PhraseCoder::first_words(std::uint32_t entry, CompiledPhrase& out) {
  std::vector<WordId> words;
  std::vector<std::uint32_t> open = {entry};
  std::vector<bool> seen(program_.code.size() - entry);
  while (!open.empty()) {
    const std::uint32_t pc = open.back();
    open.pop_back();
    if (seen[pc - entry]) {
      continue;
    }
    seen[pc - entry] = true;
    const Instruction& at = program_.code[pc];
    switch (at.op) {
      case Op::word:
      case Op::exact:
        words.push_back(at.a);
        break;
      case Op::words:
      case Op::mark:
        words.insert(words.end(), program_.words.begin() + at.a, program_.words.begin() + at.b);
        break;
      case Op::value:
        out.starts_value = true;
        out.starts_time = out.starts_time || (at.types & kTimeClasses) != 0;
        out.starts_article = out.starts_article || at.flag;
        break;
      case Op::list:
        for (const ListWay& way : program_.lists[at.a]) {
          words.push_back(way.first);
        }
        break;
      case Op::name:
        out.starts_name = true;
        break;
      case Op::source:
        out.starts_source = true;
        break;
      case Op::text:
        out.starts_any = true;
        break;
      case Op::gap:
        out.starts_any = true;
        open.push_back(pc + 1);
        break;
      case Op::without:
      case Op::jump:
        open.push_back(at.a);
        break;
      case Op::split:
        open.push_back(at.a);
        open.push_back(at.b);
        break;
      case Op::accept:
        out.can_be_empty = true;
        break;
    }
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const WordId word : words) {
    out.first_mask |= std::uint64_t{1} << (word % 64);
    out.first_rows |= std::uint64_t{1} << (word / 64 % 64);
  }
  out.first_words = range_of(std::move(words));
}

}  // namespace concord::extract
