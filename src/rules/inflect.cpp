#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/fold.h"
#include "rules/inflect_tables.h"
#include "rules/rules.h"

namespace concord::rules {
namespace {

bool is_vowel(char letter) {
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

bool is_letter(char letter) {
  return letter >= 'a' && letter <= 'z';
}

/// The letter at `back` places from the end; '\0' before the beginning.
char letter_from_end(std::string_view word, std::size_t back) {
  return back < word.size() ? word[word.size() - 1 - back] : '\0';
}

std::string stem(std::string_view word, std::size_t dropped) {
  return std::string(word.substr(0, word.size() - dropped));
}

bool ends_in_consonant_y(std::string_view word) {
  const char before = letter_from_end(word, 1);
  return letter_from_end(word, 0) == 'y' && is_letter(before) && !is_vowel(before);
}

std::size_t vowel_groups(std::string_view word) {
  std::size_t groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool sounded = is_vowel(word[i]) || (word[i] == 'y' && i > 0);
    const bool continued = i > 0 && (is_vowel(word[i - 1]) || (word[i - 1] == 'y' && i > 1));
    groups += sounded && !continued ? 1 : 0;
  }
  return groups;
}

/// stop -> stopped, occur -> occurred; not visit, not fix, not rain.
bool doubles(std::string_view word) {
  if (std::ranges::binary_search(doubling_verbs(), word)) {
    return true;
  }
  const char last = letter_from_end(word, 0);
  const char vowel = letter_from_end(word, 1);
  const char before = letter_from_end(word, 2);
  const bool closed = is_letter(last) && !is_vowel(last) && last != 'w' && last != 'x' &&
                      last != 'y' && is_vowel(vowel);
  const bool after_consonant =
      is_letter(before) &&
      (!is_vowel(before) || (before == 'u' && letter_from_end(word, 3) == 'q'));
  return closed && after_consonant && vowel_groups(word) == 1;
}

/// travel -> traveled and travelled: newsrooms differ.
bool doubles_at_will(std::string_view word) {
  const char last = letter_from_end(word, 0);
  return (last == 'l' || last == 'p') && vowel_groups(word) > 1 && doubles(word);
}

/// The word as it stands before -ed and -ing: stop -> stopp, panic -> panick.
std::string before_ending(std::string_view word) {
  std::string base = stem(word, 0);
  if (base.size() > 3 && base.ends_with("ic")) {
    base += 'k';
  } else if (doubles(word)) {
    base += base.back();
  }
  return base;
}

std::string with_s(std::string_view word) {
  if (ends_in_consonant_y(word)) {
    return stem(word, 1) + "ies";
  }
  const char last = letter_from_end(word, 0);
  const char before = letter_from_end(word, 1);
  if (last == 'z' && is_vowel(before)) {
    return before_ending(word) + "es";
  }
  const bool hissing = last == 's' || last == 'x' || last == 'z' ||
                       (last == 'h' && (before == 's' || before == 'c'));
  return stem(word, 0) + (hissing ? "es" : "s");
}

std::string with_ed(std::string_view word) {
  if (letter_from_end(word, 0) == 'e') {
    return stem(word, 0) + "d";
  }
  return ends_in_consonant_y(word) ? stem(word, 1) + "ied" : before_ending(word) + "ed";
}

std::string with_ing(std::string_view word) {
  const char last = letter_from_end(word, 0);
  const char before = letter_from_end(word, 1);
  if (word.size() > 2 && last == 'e' && before == 'i') {
    return stem(word, 2) + "ying";  // die -> dying
  }
  const bool keeps_e = before == 'e' || before == 'o' || before == 'y';  // flee, hoe, dye
  if (word.size() > 2 && last == 'e') {
    return stem(word, keeps_e ? 0 : 1) + "ing";
  }
  return before_ending(word) + "ing";
}

void add_form(std::vector<std::string>& forms, std::string form) {
  if (!form.empty() && std::ranges::find(forms, form) == forms.end()) {
    forms.push_back(std::move(form));
  }
}

/// "burned/burnt" -> burned, burnt
void add_forms(std::vector<std::string>& forms, std::string_view listed) {
  while (!listed.empty()) {
    const std::size_t slash = std::min(listed.find('/'), listed.size());
    add_form(forms, std::string(listed.substr(0, slash)));
    listed.remove_prefix(std::min(slash + 1, listed.size()));
  }
}

/// Endings of regular words; where spellings differ, both.
void add_regular(std::vector<std::string>& forms, const std::string& word) {
  const char before = letter_from_end(word, 1);
  add_form(forms, with_s(word));
  if (word.back() == 'o' && is_letter(before) && !is_vowel(before)) {
    add_form(forms, word + "es");  // vetoes, photos
  }
  add_form(forms, with_ed(word));
  add_form(forms, with_ing(word));
  if (doubles_at_will(word)) {
    add_form(forms, word + "ed");
    add_form(forms, word + "ing");
  }
}

std::string third_person(const std::string& word) {
  if (word == "be") {
    return "am/is/are";
  }
  if (word == "have") {
    return "has";
  }
  const bool in_o = word.ends_with("do") || word.ends_with("go");  // does, undergoes
  return in_o ? word + "es" : with_s(word);
}

bool add_irregular(std::vector<std::string>& forms, const std::string& word) {
  bool found = false;
  const auto verbs = irregular_verbs();
  const auto verb = std::ranges::lower_bound(verbs, word, {}, &IrregularVerb::base);
  if (verb != verbs.end() && verb->base == word) {
    add_forms(forms, verb->past);
    add_forms(forms, verb->participle);
    add_forms(forms, third_person(word));
    add_form(forms, word == "be" ? "being" : with_ing(word));
    found = true;
  }
  const auto nouns = irregular_nouns();
  const auto noun = std::ranges::lower_bound(nouns, word, {}, &IrregularNoun::singular);
  if (noun != nouns.end() && noun->singular == word) {
    add_forms(forms, noun->plural);
    found = true;
  }
  return found;
}

}  // namespace

std::vector<std::string> inflect(std::string_view word) {
  const std::string folded = fold(word);
  std::vector<std::string> forms;
  add_form(forms, folded);
  if (folded.size() < 2 || !is_letter(folded.back())) {
    return forms;
  }
  if (!add_irregular(forms, folded)) {
    add_regular(forms, folded);
  }
  return forms;
}

}  // namespace concord::rules
