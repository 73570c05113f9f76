// What an article says of its own or others' earlier figures.
#include "compare/corrections.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "base/fold.h"

namespace concord::compare {
namespace {

// With these words an editor puts an article right; they open a sentence or stand in it.
constexpr std::array<std::string_view, 6> kOpenings = {
    "correction:", "corrections:", "corrected:", "correction\n", "correction to ", "corrects "};
constexpr std::array<std::string_view, 13> kEditorial = {"earlier version of th",
                                                         "previous version of th",
                                                         "original version of th",
                                                         "version of this article",
                                                         "version of this story",
                                                         "version of this report",
                                                         "an earlier version",
                                                         "has been corrected",
                                                         "have been corrected",
                                                         "article has been amended",
                                                         "story has been amended",
                                                         "was updated to correct",
                                                         "(corrects "};

// Words by which a sentence speaks of a fact's figures.
struct FactWords {
  std::string_view fact;
  std::array<std::string_view, 13> words;
};
constexpr FactWords kFactWords[] = {
    {"deaths",
     {"dead", "death", "deaths", "died", "killed", "fatalities", "victims", "body", "bodies",
      "toll", "lives", "perished", "killing"}},
    {"injured", {"injured", "injuries", "hurt", "wounded", "wounding", "injuring"}},
    {"missing", {"missing", "unaccounted"}},
    {"detained", {"detained", "arrested", "arrests", "detentions", "custody"}},
    {"evacuated", {"evacuated", "evacuees", "evacuation"}},
    {"displaced", {"displaced", "homeless"}},
    {"rescued", {"rescued", "survivors", "saved"}},
    {"aboard", {"aboard", "passengers", "crew"}},
};
// ... or of figures, whatever they count.
constexpr std::array<std::string_view, 6> kAnyFigure = {"count",   "tally",    "figure",
                                                        "figures", "casualty", "casualties"};
// Near one of these a verb of putting right is about a figure.
constexpr std::array<std::string_view, 10> kCounted = {
    "toll", "count", "tally", "figure", "figures", "number", "numbers", "total", "body", "bodies"};
constexpr std::array<std::string_view, 14> kPutRight = {
    "lowered",   "revised",        "reduced",    "corrected",  "wrong",
    "incorrect", "misstated",      "miscounted", "overstated", "misreported",
    "twice",     "double-counted", "mistaken",   "erroneous"};
constexpr std::size_t kNear = 6;  // words
// "Previously given as 15": the figure that is no longer.
constexpr std::array<std::string_view, 4> kBefore = {"previously", "earlier", "initially",
                                                     "originally"};
constexpr std::array<std::string_view, 6> kGiven = {"given",  "put",       "reported",
                                                    "stated", "announced", "recorded"};
constexpr std::size_t kNearGiven = 3;      // words
constexpr std::size_t kMostText = 100000;  // bytes read of one article
constexpr std::size_t kMostSentence = 600;

template <std::size_t n>
bool has(const std::array<std::string_view, n>& words, std::string_view word) {
  return !word.empty() && std::ranges::find(words, word) != words.end();
}

/// The words of folded text: letters, digits and inner hyphens.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    const bool inside = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                        (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (!inside) {
      if (at > begin) {
        words.push_back(text.substr(begin, at - begin));
      }
      begin = at + 1;
    }
  }
  return words;
}

/// Where the sentence that begins at `begin` ends; "Correction" alone on its line goes on with the
/// next one.
std::size_t end_of_sentence(std::string_view text, std::size_t begin) {
  const std::size_t most = std::min(text.size(), begin + kMostSentence);
  for (std::size_t at = begin; at < most; ++at) {
    const bool stop = (text[at] == '.' || text[at] == '!' || text[at] == '?') &&
                      (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
    const bool line = text[at] == '\n' && at > begin + std::string_view("correction:").size();
    if (stop || line) {
      return at + 1;
    }
  }
  return most;
}

bool is_editorial(std::string_view sentence) {
  const bool opens = std::ranges::any_of(
      kOpenings, [&](std::string_view opening) { return sentence.starts_with(opening); });
  return opens || std::ranges::any_of(kEditorial, [&](std::string_view cue) {
           return sentence.find(cue) != std::string_view::npos;
         });
}

template <std::size_t a, std::size_t b>
bool stand_near(const std::vector<std::string_view>& words,
                const std::array<std::string_view, a>& first,
                const std::array<std::string_view, b>& second, std::size_t most) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!has(first, words[i])) {
      continue;
    }
    const std::size_t from = i - std::min(i, most);
    const std::size_t to = std::min(words.size(), i + most + 1);
    for (std::size_t k = from; k < to; ++k) {
      if (has(second, words[k])) {
        return true;
      }
    }
  }
  return false;
}

/// "The toll was lowered by one", "previously given as 15".
bool puts_right(const std::vector<std::string_view>& words) {
  return stand_near(words, kCounted, kPutRight, kNear) ||
         (stand_near(words, kBefore, kGiven, kNearGiven) &&
          stand_near(words, kCounted, kBefore, kNear));
}

/// True if the sentence speaks of the fact's figures, or of a figure and of no other fact's.
bool is_about(const std::vector<std::string_view>& words, std::string_view fact,
              const std::string& number) {
  bool others = false;
  for (const auto& [name, own] : kFactWords) {
    const bool spoken =
        std::ranges::any_of(words, [&](std::string_view word) { return has(own, word); });
    if (spoken && name == fact) {
      return true;
    }
    others = others || spoken;
  }
  const bool named = std::ranges::find(words, fact) != words.end();
  const bool figure =
      std::ranges::any_of(words, [](std::string_view word) { return has(kAnyFigure, word); });
  const bool own_number =
      !number.empty() && std::ranges::find(words, std::string_view(number)) != words.end();
  return named || (!others && (figure || own_number));
}

/// Calls `look` with each folded sentence until it says true.
template <class Look>
bool any_sentence(std::string_view text, Look look) {
  const std::string folded = fold(text.substr(0, kMostText));
  for (std::size_t at = 0; at < folded.size();) {
    at = folded.find_first_not_of(" \n\t*_[", at);
    if (at == std::string::npos) {
      return false;
    }
    const std::size_t end = end_of_sentence(folded, at);
    if (look(std::string_view(folded).substr(at, end - at))) {
      return true;
    }
    at = end;
  }
  return false;
}

}  // namespace

bool tells_correction(const Inputs& inputs, const Claim& claim) {
  if (claim.measure.axis != Axis::number) {
    return false;
  }
  const std::string number =
      claim.measure.nominal ? to_string(normalized(*claim.measure.nominal)) : std::string();
  return any_sentence(document_of(inputs, claim).text, [&](std::string_view sentence) {
    const std::vector<std::string_view> words = words_of(sentence);
    return (is_editorial(sentence) || puts_right(words)) &&
           is_about(words, claim.figure->fact, number);
  });
}

bool owns_up(std::string_view text) {
  return any_sentence(text, is_editorial);
}

}  // namespace concord::compare
