#include "extract/program_bytes.h"

#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

namespace concord::extract {
namespace {

template <class T>
concept Plain = std::is_trivially_copyable_v<T>;

constexpr std::size_t kAlign = 8;  // tables begin at a multiple of it

class Writer {
 public:
  template <class... T>
  void operator()(const T&... items) {
    (put(items), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <Plain T>
  void put(const T& item) {
    bytes_.append(reinterpret_cast<const char*>(&item), sizeof item);
  }
  void put(const std::string& text) {
    put(text.size());
    bytes_ += text;
  }
  void put(const std::vector<bool>& bits) {
    put(bits.size());
    for (const bool bit : bits) {
      bytes_ += bit ? '\1' : '\0';
    }
  }
  template <Plain T>
  void put(const std::vector<T>& items) {
    put(items.size());
    bytes_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
  }
  template <Plain T>
  void put(const Table<T>& items) {
    static_assert(alignof(T) <= kAlign);
    put(items.size());
    bytes_.resize((bytes_.size() + kAlign - 1) / kAlign * kAlign);
    bytes_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
  }
  template <class T>
  void put(const std::vector<T>& items) {
    put(items.size());
    for (const T& item : items) {
      put(item);
    }
  }
  template <class T>
  void put(const T& item) {
    fields(*this, item);
  }

  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : all_(bytes), rest_(bytes) {}

  template <class... T>
  void operator()(T&... items) {
    (take(items), ...);
  }
  bool is_whole() const { return !short_ && rest_.empty(); }

 private:
  std::string_view next(std::size_t size) {
    if (size > rest_.size()) {
      short_ = true;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  /// A number of items of at least `least` bytes each; 0 when they cannot all be there.
  std::size_t size_of(std::size_t least) {
    std::size_t size = 0;
    take(size);
    if (size > rest_.size() / least) {
      short_ = true;
      return 0;
    }
    return size;
  }

  template <Plain T>
  void take(T& item) {
    if (const std::string_view bytes = next(sizeof item); !bytes.empty()) {
      std::memcpy(&item, bytes.data(), sizeof item);
    }
  }
  void take(std::string& text) { text = next(size_of(1)); }
  void take(std::vector<bool>& bits) {
    for (const char byte : next(size_of(1))) {
      bits.push_back(byte != '\0');
    }
  }
  template <Plain T>
  void take(std::vector<T>& items) {
    items.resize(size_of(sizeof(T)));
    const std::string_view bytes = next(items.size() * sizeof(T));
    if (!bytes.empty()) {
      std::memcpy(items.data(), bytes.data(), bytes.size());
    }
  }
  template <Plain T>
  void take(Table<T>& items) {
    const std::size_t size = size_of(sizeof(T));
    next((kAlign - (all_.size() - rest_.size()) % kAlign) % kAlign);
    const char* const bytes = next(size * sizeof(T)).data();
    if (bytes == nullptr || reinterpret_cast<std::uintptr_t>(bytes) % alignof(T) != 0) {
      short_ = short_ || size > 0;
      return;
    }
    items.see(reinterpret_cast<const T*>(bytes), size);
  }
  template <class T>
  void take(std::vector<T>& items) {
    items.resize(size_of(sizeof(std::size_t)));
    for (T& item : items) {
      take(item);
    }
  }
  template <class T>
  void take(T& item) {
    fields(*this, item);
  }

  std::string_view all_;
  std::string_view rest_;
  bool short_ = false;
};

// The writer and the reader go through the same list of fields, so that they cannot differ; a new
// field does not compile until it is named here.

template <class T, class Struct>
concept Like = std::is_same_v<std::remove_const_t<T>, Struct>;

template <class Bytes, Like<CompiledPhrase> T>
void fields(Bytes& bytes, T& it) {
  auto& [owner, gap_stops, says_including, starts_value, starts_time, starts_article, starts_name,
         starts_source, starts_any, can_be_empty, rule, group, entry, end, memos, first_mask,
         first_words, clauses, slots, slot_types, value_slot, where] = it;
  bytes(owner, gap_stops, says_including, starts_value, starts_time, starts_article, starts_name,
        starts_source, starts_any, can_be_empty, rule, group, entry, end, memos, first_mask,
        first_words, clauses, slots, slot_types, value_slot, where);
}

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
  auto& [rules, kept, code, words, clauses, required, texts, phrases, lists, unless, contexts,
         exclusive, quote_rules, indexes, flags, place_list, word_count, most_memos] = it;
  bytes(code, words, clauses, required, texts, phrases, lists, unless, contexts, exclusive,
        quote_rules, indexes[0], indexes[1], indexes[2], indexes[3], flags, place_list, word_count,
        most_memos);
  static_assert(kCategories == 4);
}

}  // namespace

std::string encode(const Program& program, const Lexicon& lexicon) {
  Writer bytes;
  std::vector<std::string> words;
  for (WordId id = 1; id <= lexicon.size(); ++id) {
    words.emplace_back(lexicon.spelling(id));
  }
  bytes(words);
  fields(bytes, program);
  return bytes.take();
}

std::unique_ptr<Program> decode(SharedBytes bytes, const RuleSet& rules, Lexicon& lexicon) {
  Reader reader(bytes.view);
  std::vector<std::string> words;
  reader(words);
  auto program = std::make_unique<Program>();
  fields(reader, *program);
  program->rules = &rules;
  program->kept = std::move(bytes);
  if (!reader.is_whole() || words.size() < lexicon.size()) {
    return nullptr;
  }
  for (std::size_t i = lexicon.size(); i < words.size(); ++i) {
    if (lexicon.add(words[i]) != i + 1) {
      return nullptr;
    }
  }
  return program;
}

}  // namespace concord::extract
