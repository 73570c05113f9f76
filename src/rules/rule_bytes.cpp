#include "rules/rule_bytes.h"

#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace concord::rules {
namespace {

constexpr int kDeepest = 256;
constexpr std::uint8_t kLongSize = 255;  // sizes below take one byte, others four more

template <class T, class Struct>
concept Like = std::same_as<std::remove_const_t<T>, Struct>;

// One function a struct names its fields; the writer and the reader both go through it, so that
// they cannot differ, and a new field of a struct does not compile until it is named here.

template <class Bytes, Like<RulePosition> T>
void fields(Bytes& bytes, T& it) {
  auto& [file, line, column] = it;
  bytes(file, line, column);
}

template <class Bytes, Like<Decimal> T>
void fields(Bytes& bytes, T& it) {
  auto& [coefficient, exponent] = it;
  bytes(coefficient, exponent);
}

template <class Bytes, Like<PhraseNode> T>
void fields(Bytes& bytes, T& it) {
  auto& [kind, text, forms, slot, type, most, crosses_numbers, where, children] = it;
  bytes(kind, text, forms, slot, type, most, crosses_numbers, where, children);
}

template <class Bytes, Like<Phrase> T>
void fields(Bytes& bytes, T& it) {
  auto& [root, written, where] = it;
  bytes(root, written, where);
}

template <class Bytes, Like<ListEntry> T>
void fields(Bytes& bytes, T& it) {
  auto& [name, part_of, written] = it;
  bytes(name, part_of, written);
}

template <class Bytes, Like<WordList> T>
void fields(Bytes& bytes, T& it) {
  auto& [name, entries, where] = it;
  bytes(name, entries, where);
}

template <class Bytes, Like<CompareRule> T>
void fields(Bytes& bytes, T& it) {
  auto& [agree, tolerance, tolerance_is_percent, trend, stale_after, floor_within, prefer, ignore,
         part_of, natural_authority, own_figure, severity] = it;
  bytes(agree, tolerance, tolerance_is_percent, trend, stale_after, floor_within, prefer, ignore,
        part_of, natural_authority, own_figure, severity);
}

template <class Bytes, Like<ExpectedValue> T>
void fields(Bytes& bytes, T& it) {
  auto& [kind, value] = it;
  bytes(kind, value);
}

template <class Bytes, Like<Example> T>
void fields(Bytes& bytes, T& it) {
  auto& [text, nothing, get, mode, event, by, key, todo, where] = it;
  bytes(text, nothing, get, mode, event, by, key, todo, where);
}

template <class Bytes, Like<FindGroup> T>
void fields(Bytes& bytes, T& it) {
  auto& [phrases, set, sum, minus, listed, in, floor, less, quotes] = it;
  bytes(phrases, set, sum, minus, listed, in, floor, less, quotes);
}

template <class Bytes, Like<FactRule> T>
void fields(Bytes& bytes, T& it) {
  auto& [pack, name, describe, value_type, unit, key, key_with, key_carries, key_from_subject,
         key_from_source, kind_slot, kinds, key_for, default_kind, find, unless, exclusive_with,
         event, compare, say, examples, where, draft] = it;
  bytes(pack, name, describe, value_type, unit, key, key_with, key_carries, key_from_subject,
        key_from_source, kind_slot, kinds, key_for, default_kind, find, unless, exclusive_with,
        event, compare, say, examples, where, draft);
}

template <class Bytes, Like<CheckTerm> T>
void fields(Bytes& bytes, T& it) {
  auto& [negative, number, pick, fact, kind, part, from, all_keys] = it;
  bytes(negative, number, pick, fact, kind, part, from, all_keys);
}

template <class Bytes, Like<CheckExpression> T>
void fields(Bytes& bytes, T& it) {
  auto& [left, comparison, right, tolerance, tolerance_is_percent, written] = it;
  bytes(left, comparison, right, tolerance, tolerance_is_percent, written);
}

template <class Bytes, Like<CheckExample> T>
void fields(Bytes& bytes, T& it) {
  auto& [given, verdict, where] = it;
  bytes(given, verdict, where);
}

template <class Bytes, Like<CheckRule> T>
void fields(Bytes& bytes, T& it) {
  auto& [pack, name, describe, must, within, severity, say, examples, where] = it;
  bytes(pack, name, describe, must, within, severity, say, examples, where);
}

template <class Bytes, Like<ContextRule> T>
void fields(Bytes& bytes, T& it) {
  auto& [name, mode, cues, not_cues, stops, reach, at_most, applies_to, becomes] = it;
  bytes(name, mode, cues, not_cues, stops, reach, at_most, applies_to, becomes);
}

template <class Bytes, Like<KnownFigure> T>
void fields(Bytes& bytes, T& it) {
  auto& [fact, low, high] = it;
  bytes(fact, low, high);
}

template <class Bytes, Like<KnownEvent> T>
void fields(Bytes& bytes, T& it) {
  auto& [name, written, place, date, figures] = it;
  bytes(name, written, place, date, figures);
}

template <class Bytes, Like<EventKind> T>
void fields(Bytes& bytes, T& it) {
  auto& [name, nouns, told_apart_by, compared_with, background, aftermath, known, expects] = it;
  bytes(name, nouns, told_apart_by, compared_with, background, aftermath, known, expects);
}

template <class Bytes, Like<AttributionRule> T>
void fields(Bytes& bytes, T& it) {
  auto& [phrases] = it;
  bytes(phrases);
}

template <class Bytes, Like<SourceRules> T>
void fields(Bytes& bytes, T& it) {
  auto& [groups, authority, copies_of, party, tiers] = it;
  bytes(groups, authority, copies_of, party, tiers);
}

template <class Bytes, Like<QuietRule> T>
void fields(Bytes& bytes, T& it) {
  auto& [name, source, because, until, where] = it;
  bytes(name, source, because, until, where);
}

template <class Bytes, Like<StoryPin> T>
void fields(Bytes& bytes, T& it) {
  auto& [story, kind, nouns, places, date, names, quiet, where] = it;
  bytes(story, kind, nouns, places, date, names, quiet, where);
}

template <class Bytes, Like<SharedName> T>
void fields(Bytes& bytes, T& it) {
  auto& [name, where, is_list, uses] = it;
  bytes(name, where, is_list, uses);
}

template <class Bytes, Like<RuleSet> T>
void fields(Bytes& bytes, T& it) {
  auto& [files, lists, facts, checks, contexts, events, attributions, sources, pins, hash, texts,
         shared] = it;
  bytes(files, lists, facts, checks, contexts, events, attributions, sources, pins, hash, texts,
        shared);
}

template <class T>
concept Number = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Writer {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }

  RuleBytes take() { return {std::move(bytes_), std::move(phrases_)}; }

 private:
  template <Number T>
  void put(const T& number) {
    char raw[sizeof(T)];
    std::memcpy(raw, &number, sizeof(T));
    bytes_.append(raw, sizeof(T));
  }
  void put_size(std::size_t size) {
    if (size < kLongSize) {
      put(static_cast<std::uint8_t>(size));
    } else {
      put(kLongSize);
      put(static_cast<std::uint32_t>(size));
    }
  }
  void put(const std::string& text) {
    put_size(text.size());
    bytes_ += text;
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put_size(values.size());
    for (const T& value : values) {
      put(value);
    }
  }
  void put(const std::vector<Phrase>& phrases) {
    std::swap(bytes_, phrases_);
    put<Phrase>(phrases);
    std::swap(bytes_, phrases_);
  }
  template <class Key, class T>
  void put(const std::map<Key, T>& values) {
    put_size(values.size());
    for (const auto& entry : values) {
      put(entry.first);
      put(entry.second);
    }
  }
  template <class First, class Second>
  void put(const std::pair<First, Second>& both) {
    put(both.first);
    put(both.second);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) {
      put(*value);
    }
  }
  template <class T>
  requires(std::is_class_v<T>) void put(const T& value) { fields(*this, value); }

  std::string bytes_;
  std::string phrases_;
};

/// Takes values off the front of bytes; after the first lack of bytes nothing is right.
class Reader {
 public:
  /// Without `phrases` there are none.
  Reader(std::string_view rules, std::optional<std::string_view> phrases)
      : rest_(rules), phrases_(phrases) {}

  template <class... T>
  void operator()(T&... values) {
    (take(values), ...);
  }

  bool sound() const { return sound_; }
  bool at_end() const { return rest_.empty() && (!phrases_ || phrases_->empty()); }

 private:
  template <Number T>
  void take(T& number) {
    if (rest_.size() < sizeof(T)) {
      sound_ = false;
      return;
    }
    std::memcpy(&number, rest_.data(), sizeof(T));
    rest_.remove_prefix(sizeof(T));
  }
  void take(bool& flag) {
    std::uint8_t byte = 0;
    take(byte);
    flag = byte == 1;
  }
  /// Every value takes a byte at least, which bounds what a wrong count can ask for.
  std::size_t take_size() {
    std::uint8_t one_byte = 0;
    take(one_byte);
    std::uint32_t size = one_byte;
    if (one_byte == kLongSize) {
      take(size);
    }
    if (size > rest_.size()) {
      sound_ = false;
    }
    return sound_ ? size : 0;
  }
  void take(std::string& text) {
    const std::size_t size = take_size();
    if (size > 0) {
      text.assign(rest_.data(), size);
      rest_.remove_prefix(size);
    }
  }
  /// Most of a rule set are forms of words; they are made in place.
  void take(std::vector<std::string>& texts) {
    const std::size_t count = take_size();
    texts.reserve(count);
    for (std::size_t i = 0; i < count && sound_; ++i) {
      const std::size_t size = take_size();
      texts.emplace_back(rest_.data(), size);
      rest_.remove_prefix(size);
    }
  }
  template <class T>
  void take(std::vector<T>& values) {
    values.resize(take_size());
    for (T& value : values) {
      if (!sound_) {
        return;
      }
      take(value);
    }
  }
  void take(std::vector<Phrase>& phrases) {
    if (phrases_) {
      std::swap(rest_, *phrases_);
      take<Phrase>(phrases);
      std::swap(rest_, *phrases_);
    }
  }
  template <class Key, class T>
  void take(std::map<Key, T>& values) {
    for (std::size_t left = take_size(); left > 0 && sound_; --left) {
      Key key;
      take(key);
      take(values[std::move(key)]);
    }
  }
  template <class First, class Second>
  void take(std::pair<First, Second>& both) {
    take(both.first);
    take(both.second);
  }
  template <class T>
  void take(std::optional<T>& value) {
    bool has_value = false;
    take(has_value);
    if (has_value) {
      take(value.emplace());
    }
  }
  template <class T>
  requires(std::is_class_v<T>) void take(T& value) {
    if (depth_ >= kDeepest) {
      sound_ = false;
      return;
    }
    ++depth_;
    fields(*this, value);
    --depth_;
  }

  std::string_view rest_;
  std::optional<std::string_view> phrases_;
  bool sound_ = true;
  int depth_ = 0;
};

}  // namespace

RuleBytes encode(const RuleSet& rules) {
  Writer writer;
  writer(rules);
  return writer.take();
}

std::optional<RuleSet> decode(std::string_view rules, std::optional<std::string_view> phrases) {
  Reader reader(rules, phrases);
  RuleSet set;
  reader(set);
  if (!reader.sound() || !reader.at_end()) {
    return std::nullopt;
  }
  return set;
}

}  // namespace concord::rules
