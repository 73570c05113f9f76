#include "proofread/meant.h"

#include <algorithm>
#include <array>

#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::string_view kPeople[] = {
    "men",        "man",        "women",      "woman",     "children",     "child",     "boys",
    "boy",        "girls",      "girl",       "people",    "persons",      "person",    "adults",
    "adult",      "teenagers",  "teenager",   "civilians", "civilian",     "soldiers",  "soldier",
    "officers",   "officer",    "passengers", "passenger", "crew",         "workers",   "worker",
    "students",   "student",    "pupils",     "pupil",     "teachers",     "teacher",   "residents",
    "resident",   "victims",    "victim",     "dead",      "killed",       "injured",   "wounded",
    "missing",    "hurt",       "police",     "policemen", "firefighters", "tourists",  "tourist",
    "foreigners", "nationals",  "suspects",   "suspect",   "guests",       "employees", "employee",
    "patients",   "patient",    "babies",     "baby",      "infants",      "infant",    "deaths",
    "fatalities", "casualties", "survivors",  "hostages",  "detainees",    "prisoners", "members",
    "gunmen",     "attackers",  "others",     "guards",    "drivers",      "driver",    "pilots",
    "pilot",      "fighters",   "sailors",    "sailor",    "miners",       "miner",     "nurses",
    "nurse",      "doctors",    "doctor",     "minors",    "minor",        "officials", "official"};

/// People of whom a text tells how many there are, by the words beside the number.
struct Meant {
  std::string_view noun;
  std::array<std::string_view, 5> told;
};
constexpr Meant kMeant[] = {{"dead", {"killed", "dead", "died", "kills", "killing"}},
                            {"victims", {"killed", "dead", "died", "kills", "killing"}},
                            {"injured", {"injured", "hurt", "wounded", "injuring", "injures"}},
                            {"wounded", {"injured", "hurt", "wounded", "wounding", "wounds"}},
                            {"survivors", {"survived", "rescued", "survivors", "", ""}},
                            {"missing", {"missing", "", "", "", ""}},
                            {"suspects", {"arrested", "detained", "held", "custody", "charged"}}};

/// True if the words beside a number say that it counts those meant: "12 people were killed",
/// "killing 12", "killed at least 12".
bool is_told_of(const CopyText& text, const CopyValue& value,
                std::span<const std::string_view> words) {
  constexpr std::size_t kNear = 4;
  const std::size_t begin = value.tokens.begin;
  const std::size_t end = std::min(text.size(), value.tokens.end + kNear);
  const auto is_telling = [&](std::size_t i) {
    return !text.word(i).empty() && is_in(text.word(i), words);
  };
  for (std::size_t i = value.tokens.end; i < end && !text.is_break(i); ++i) {
    if (is_telling(i)) {
      return true;
    }
    if (text.value(i) != nullptr) {
      break;
    }
  }
  return (begin > 0 && is_telling(begin - 1)) ||
         (begin > 2 && text.word(begin - 1) == "least" && is_telling(begin - 3));
}

}  // namespace

bool is_people(std::string_view noun) {
  return is_in(noun, kPeople);
}

const CopyValue* number_meant(const CopyText& text, std::string_view noun, std::size_t before) {
  const auto* row = std::ranges::find(kMeant, noun, &Meant::noun);
  if (row == std::end(kMeant)) {
    return nullptr;
  }
  const CopyValue* found = nullptr;
  for (const CopyValue& value : first_values(text)) {
    if (value.tokens.begin >= before || of_dimension(&value, Dimension::count) == nullptr ||
        !is_told_of(text, value, row->told)) {
      continue;
    }
    if (found != nullptr && *found->quantity()->nominal != *value.quantity()->nominal) {
      return nullptr;
    }
    found = found == nullptr || count_of(text, found) == nullptr ? &value : found;
  }
  return found;
}

}  // namespace concord::proofread
