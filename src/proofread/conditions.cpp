// Patients by how they are: nobody is in two conditions.
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

/// Conditions that exclude each other; the words of a row are one condition.
constexpr std::pair<std::string_view, int> kConditions[] = {
    {"critical", 0},  {"critically", 0}, {"serious", 1},  {"seriously", 1},  {"stable", 2},
    {"fair", 3},      {"good", 4},       {"released", 5}, {"discharged", 5}, {"died", 6},
    {"recovered", 7}, {"minor", 8},      {"slightly", 8}};

/// The condition that the words from token `i` on tell; -1 where they tell none or several.
int condition_in(const CopyText& text, std::size_t i, std::size_t end) {
  int found = -1;
  for (; i < end; ++i) {
    for (const auto& [word, condition] : kConditions) {
      if (text.word(i) == word && found >= 0 && found != condition) {
        return -1;
      }
      found = text.word(i) == word ? condition : found;
    }
  }
  return found;
}

/// "40 patients", and whether all of them are shared out: behind "of the 40 patients" some may be
/// left out, behind a colon nobody is.
struct Patients {
  const CopyValue* all = nullptr;
  bool listed = false;
};

Patients patients_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kWho[] = {"patients",   "people",   "victims", "injured",  "wounded",
                                       "passengers", "children", "workers", "survivors"};
  for (const CopyValue& value : text.values_in(sentence)) {
    if (exact_count_of(text, &value) == nullptr) {
      continue;
    }
    const std::size_t end = value.tokens.end;
    const bool who = is_in(text.word(end), kWho) || is_in(text.word(end + 1), kWho);
    const std::size_t mark = is_in(text.word(end), kWho) ? end + 1 : end + 2;
    const std::size_t first = sentence.tokens.begin;
    const bool of_the = text.word(first) == "of" && text.word(first + 1) == "the" &&
                        value.tokens.begin == first + 2 && text.word(mark) == ",";
    const bool listed = text.word(mark) == ":";
    return who && (of_the || listed) ? Patients{&value, listed} : Patients{};
  }
  return {};
}

void check_patients(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  const Patients patients = patients_in(text, sentence);
  if (patients.all == nullptr) {
    return;
  }
  std::vector<const CopyValue*> parts;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (value.quantity() == nullptr || value.tokens.begin <= patients.all->tokens.begin) {
      continue;
    }
    if (exact_count_of(text, &value) == nullptr) {
      return;
    }
    parts.push_back(&value);
  }
  std::set<int> conditions;
  std::string addition;
  std::vector<SlipLabel> labels{{patients.all->mention->core, "all of them"}};
  double sum = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t end = i + 1 < parts.size() ? parts[i + 1]->tokens.begin : sentence.tokens.end;
    const int condition = condition_in(text, parts[i]->tokens.end, end);
    if (condition < 0 || !conditions.insert(condition).second) {
      return;
    }
    addition += (addition.empty() ? "" : " + ") + text.written(parts[i]->mention->core);
    labels.push_back({parts[i]->mention->core, "a part"});
    sum += number_of(*parts[i]);
  }
  constexpr std::size_t kFewest = 3;
  const double all = number_of(*patients.all);
  const bool joined = parts.size() >= kFewest && text.word(parts.back()->tokens.begin - 1) == "and";
  if (joined && (sum > all || (patients.listed && sum < all))) {
    notes.add(patients.all->mention->core,
              fmt::format("{} is not the sum of its parts: {} is {}",
                          text.written(patients.all->mention->core), addition, shown(sum)),
              {labels.begin() + 1, labels.end()},
              "see which of the numbers is wrong, or whether a part is missing");
  }
}

}  // namespace

void check_conditions(const CopyText& text, CopyNotes& notes) {
  for (const Sentence& sentence : text.sentences()) {
    check_patients(text, sentence, notes);
  }
}

}  // namespace concord::proofread
