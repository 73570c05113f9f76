#include "group/sketch_bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>

#include "group/group.h"

namespace concord::group {
namespace {

constexpr char kVersion = 1;

/// Puts numbers into bytes that have room for them.
class NumberWriter {
 public:
  explicit NumberWriter(char* bytes) : next_(bytes) {}

  template <class T>
  void put(T number) {
    std::memcpy(next_, &number, sizeof number);
    next_ += sizeof number;
  }

 private:
  char* next_;
};

/// Takes numbers off the front; 0 when there are none left.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : rest_(bytes) {}

  template <class T>
  T next() {
    T number = 0;
    if (rest_.size() < sizeof number) {
      rest_ = {};
      return number;
    }
    std::memcpy(&number, rest_.data(), sizeof number);
    rest_.remove_prefix(sizeof number);
    return number;
  }
  std::size_t left() const { return rest_.size(); }

 private:
  std::string_view rest_;
};

using Kind = std::pair<float, float>;
using KindNumber = std::uint16_t;

constexpr std::size_t kHead = 13;  // bytes before the kinds
constexpr std::size_t kTerm = sizeof(std::uint64_t) + sizeof(KindNumber);

/// Kinds as they are written: the weight before the share.
struct Kinds {
  std::vector<std::uint64_t> all;
  std::vector<KindNumber> of_terms;
};

/// The commonest kinds come first, so that few are looked at.
Kinds kinds_of(const Sketch& sketch) {
  Kinds kinds;
  kinds.of_terms.reserve(sketch.terms.size());
  for (const Term& term : sketch.terms) {
    const auto kind = std::bit_cast<std::uint64_t>(std::array{term.weight, term.share});
    const auto known = std::ranges::find(kinds.all, kind);
    kinds.of_terms.push_back(static_cast<KindNumber>(known - kinds.all.begin()));
    if (known == kinds.all.end()) {
      kinds.all.push_back(kind);
    }
  }
  return kinds;
}

/// The terms, after which come as many shingles as `shingles` says; nothing if these are no such
/// bytes.
std::optional<std::vector<Term>> next_terms(Numbers& numbers, std::uint64_t& shingles) {
  const char version = numbers.next<char>();
  const std::uint64_t kinds = numbers.next<std::uint32_t>();
  const std::uint64_t count = numbers.next<std::uint32_t>();
  shingles = numbers.next<std::uint32_t>();
  if (version != kVersion || numbers.left() != (kinds + shingles) * 8 + count * kTerm) {
    return std::nullopt;
  }
  std::vector<Kind> all;
  for (std::uint64_t i = 0; i < kinds; ++i) {
    const auto weight = numbers.next<float>();
    all.emplace_back(weight, numbers.next<float>());
  }
  std::vector<Term> terms;
  terms.reserve(static_cast<std::size_t>(count));
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto hash = numbers.next<std::uint64_t>();
    const auto kind = numbers.next<KindNumber>();
    if (kind >= all.size()) {
      return std::nullopt;
    }
    terms.push_back({hash, all[kind].first, all[kind].second});
  }
  return terms;
}

}  // namespace

std::string sketch_bytes(const Sketch& sketch) {
  const Kinds kinds = kinds_of(sketch);
  std::string bytes(
      kHead + 8 * kinds.all.size() + kTerm * sketch.terms.size() + 8 * sketch.shingles.size(),
      '\0');
  NumberWriter numbers(bytes.data());
  numbers.put(kVersion);
  for (const std::size_t size : {kinds.all.size(), sketch.terms.size(), sketch.shingles.size()}) {
    numbers.put(static_cast<std::uint32_t>(size));
  }
  for (const std::uint64_t kind : kinds.all) {
    numbers.put(kind);
  }
  for (std::size_t i = 0; i < sketch.terms.size(); ++i) {
    numbers.put(sketch.terms[i].hash);
    numbers.put(kinds.of_terms[i]);
  }
  for (const std::uint64_t shingle : sketch.shingles) {
    numbers.put(shingle);
  }
  return bytes;
}

std::optional<Sketch> read_sketch(std::string_view bytes) {
  Numbers numbers(bytes);
  std::uint64_t shingles = 0;
  auto terms = next_terms(numbers, shingles);
  if (!terms) {
    return std::nullopt;
  }
  Sketch sketch;
  sketch.terms = std::move(*terms);
  sketch.shingles.reserve(static_cast<std::size_t>(shingles));
  for (std::uint64_t i = 0; i < shingles; ++i) {
    sketch.shingles.push_back(numbers.next<std::uint64_t>());
  }
  return sketch;
}

std::vector<Term> read_terms(std::string_view bytes) {
  Numbers numbers(bytes);
  std::uint64_t shingles = 0;
  return next_terms(numbers, shingles).value_or(std::vector<Term>());
}

SketchWriter::SketchWriter() : sketcher_(std::make_unique<Sketcher>()) {}
SketchWriter::SketchWriter(SketchWriter&&) noexcept = default;
SketchWriter& SketchWriter::operator=(SketchWriter&&) noexcept = default;
SketchWriter::~SketchWriter() = default;

std::string SketchWriter::write(const Member& member) {
  return sketch_bytes(sketcher_->sketch(member));
}

}  // namespace concord::group
