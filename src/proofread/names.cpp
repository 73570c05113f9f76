// Names of a draft beside those of its sources, and of its headline.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/nearest.h"
#include "proofread/sources.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kMostNames = 4000;   // of one text
constexpr std::size_t kFewestLetters = 4;  // of a name that may be misspelled by one letter
constexpr std::size_t kLongName = 6;       // by two
constexpr std::size_t kNameWords = 5;      // "Ursula von der Leyen"

bool is_title(std::string_view word) {
  static constexpr WordList kTitles{
      "captain", "president",  "minister",   "mayor",      "governor",  "chief",     "sergeant",
      "officer", "judge",      "senator",    "sheriff",    "doctor",    "professor", "general",
      "colonel", "prime",      "chancellor", "director",   "mr",        "mrs",       "ms",
      "dr",      "lieutenant", "commander",  "inspector",  "detective", "king",      "queen",
      "prince",  "princess",   "pope",       "bishop",     "the",       "a",         "an",
      "in",      "on",         "at",         "but",        "and",       "for",       "driver",
      "pilot",   "coach",      "singer",     "actor",      "attorney",  "lawyer",    "prosecutor",
      "coroner", "deputy",     "spokesman",  "spokeswoman"};
  return kTitles.contains(word);
}

bool are_glued(const CopyText& text, std::size_t i) {
  return i + 1 < text.size() && text.span(i, i + 1).end == text.span(i + 1, i + 2).begin;
}

/// "von der Leyen", "al-Masri": the capitalized word behind particles; `i` without them.
std::size_t after_particles(const CopyText& text, std::size_t i) {
  static constexpr WordList kParticles{"von", "van", "der", "den", "de", "di",  "da",
                                       "del", "la",  "bin", "ibn", "al", "el",  "dos",
                                       "du",  "zu",  "ten", "ter", "ul", "abu", "bint"};
  constexpr std::size_t kMost = 3;
  std::size_t next = i;
  while (next < i + kMost && kParticles.contains(text.word(next)) && !text.is_capital(next)) {
    const bool joined = text.word(next + 1) == "-" && are_glued(text, next);
    next += joined ? 2 : 1;
  }
  return text.is_word(next) && text.is_capital(next) ? next : i;
}

/// Takes the word `i` with what hyphens join to it, as one: "Jean-Luc", "Min-ho".  Returns the
/// token behind it.
std::size_t take_joined(const CopyText& text, std::size_t i, std::vector<std::string>& words) {
  std::string word(text.word(i));
  while (text.word(i + 1) == "-" && are_glued(text, i) && are_glued(text, i + 1) &&
         text.is_word(i + 2)) {
    word += '-' + std::string(text.word(i + 2));
    i += 2;
  }
  words.push_back(std::move(word));
  return i + 1;
}

/// Names of two to four capitalized words, titles left out.
std::vector<NameAt> names_in(const CopyText& text) {
  std::vector<NameAt> names;
  std::size_t i = 0;
  while (i < text.size() && names.size() < kMostNames) {
    if (!text.is_word(i) || !text.is_capital(i) || is_title(text.word(i))) {
      ++i;
      continue;
    }
    NameAt name;
    const std::size_t begin = i;
    while (i < text.size()) {
      const std::size_t next = i > begin ? after_particles(text, i) : i;
      if (!text.is_word(next) || !(text.is_capital(next) || next > i) || text.word(next) == "'s") {
        break;
      }
      for (; i < next; ++i) {
        if (text.is_word(i)) {
          name.words.emplace_back(text.word(i));
        }
      }
      i = take_joined(text, next, name.words);
    }
    if (name.words.size() >= 2 && name.words.size() <= kNameWords) {
      name.place = text.span(begin, i);
      name.begin = begin;
      names.push_back(std::move(name));
    }
  }
  return names;
}

/// "Marlin Centre" and "Marlin Center": one house writes so, and the other so.
bool is_house_style(std::string_view one, std::string_view other) {
  static constexpr std::pair<std::string_view, std::string_view> kStyles[] = {
      {"our", "or"}, {"tre", "ter"}, {"ence", "ense"}, {"isation", "ization"}, {"mme", "m"}};
  const auto turns_into = [](std::string_view from, std::string_view to) {
    return std::ranges::any_of(kStyles, [&](const auto& style) {
      const std::size_t at = from.rfind(style.first);
      return at != std::string_view::npos &&
             std::string(from.substr(0, at)) + std::string(style.second) +
                     std::string(from.substr(at + style.first.size())) ==
                 to;
    });
  };
  return turns_into(one, other) || turns_into(other, one);
}

bool is_misspelling(const std::string& one, const std::string& other) {
  const std::size_t shorter = std::min(one.size(), other.size());
  const bool prefix = one.starts_with(other) || other.starts_with(one);
  const std::string& longer = one.size() < other.size() ? other : one;
  const bool doubled = shorter > kFewestLetters && longer.size() == shorter + 1 &&
                       longer[shorter] == longer[shorter - 1];  // Sandel, Sandell
  const bool same_sound = one[0] == other[0] || (one[0] == 'c' && other[0] == 'k') ||
                          (one[0] == 'k' && other[0] == 'c');  // Catherine, Katherine
  if (shorter < kFewestLetters || !same_sound || (prefix && !doubled) ||
      is_house_style(one, other)) {
    return false;
  }
  const std::size_t most = shorter >= kLongName ? 2 : 1;
  return edit_distance(one, other, most) <= most;
}

/// "Brand" for Brandt: the last letter of a surname is missing or one too many.  First names have
/// short forms, and an s may be a plural.
bool is_cut_surname(const NameAt& one, const NameAt& other) {
  const std::string& a = one.words.back();
  const std::string& b = other.words.back();
  const std::string& longer = a.size() < b.size() ? b : a;
  const std::string& shorter = a.size() < b.size() ? a : b;
  return shorter.size() >= kFewestLetters && longer.size() == shorter.size() + 1 &&
         longer.starts_with(shorter) && longer.back() != 's' &&
         std::equal(one.words.begin(), one.words.end() - 1, other.words.begin());
}

/// "Sara" and "Sarah", "Ann" and "Anne": a last letter that is not heard.
bool is_silent_ending(const std::string& one, const std::string& other) {
  const std::string& longer = one.size() < other.size() ? other : one;
  const std::string& shorter = one.size() < other.size() ? one : other;
  constexpr std::size_t kFewest = 3;
  const char last = longer.back();
  const bool heard = last == 'h' ? shorter.back() != 'a' : last != 'e' || shorter.back() != 'n';
  return shorter.size() >= kFewest && longer.size() == shorter.size() + 1 &&
         longer.starts_with(shorter) && !heard;
}

/// True if one word of the names differs, and that by a letter or two.
bool are_spellings(const NameAt& one, const NameAt& other) {
  if (one.words.size() != other.words.size()) {
    return false;
  }
  if (is_cut_surname(one, other)) {
    return true;
  }
  std::size_t differing = 0;
  bool alike = true;
  for (std::size_t i = 0; i < one.words.size(); ++i) {
    if (one.words[i] != other.words[i]) {
      ++differing;
      const bool first = i == 0 && is_silent_ending(one.words[i], other.words[i]);
      alike = alike && (first || is_misspelling(one.words[i], other.words[i]));
    }
  }
  return differing == 1 && alike;
}

/// The headline, and the same words again at the head of the text.
bool is_headline(const CopyText& text, const Sentence& sentence) {
  if (text.part_of(sentence) == Part::headline) {
    return true;
  }
  const Document& document = text.document();
  const Span headline = document.headline;
  const Span own = text.span(sentence.tokens.begin, sentence.tokens.end);
  return own.size() > 0 && own.size() == headline.size() &&
         document.text.compare(own.begin, own.size(), document.text, headline.begin,
                               headline.size()) == 0;
}

/// "Anna Holt opens bridge" above a text that knows Anna Holte alone.
void check_headline_names(const CopyText& draft, const std::vector<NameAt>& own, CopyNotes& notes) {
  const auto in_headline = [&](const NameAt& name) {
    return std::ranges::any_of(draft.sentences(), [&](const Sentence& sentence) {
      return sentence.tokens.begin <= name.begin && name.begin < sentence.tokens.end &&
             is_headline(draft, sentence);
    });
  };
  std::vector<const NameAt*> above;
  std::vector<const NameAt*> below;
  for (const NameAt& name : own) {
    (in_headline(name) ? above : below).push_back(&name);
  }
  for (const NameAt* name : above) {
    const auto names = [&](const std::string& word) {  // "Holt said" further down
      return std::ranges::any_of(draft.sentences(), [&](const Sentence& sentence) {
        const std::string_view one[] = {word};
        return !is_headline(draft, sentence) &&
               any_in(draft, sentence.tokens.begin, sentence.tokens.end, one);
      });
    };
    const auto other = std::ranges::find_if(below, [&](const NameAt* one) {
      return are_spellings(*name, *one) && one->words != name->words;
    });
    if (other == below.end() || std::ranges::all_of(name->words, names)) {
      continue;
    }
    const std::string right = draft.written((*other)->place);
    notes.add(name->place, fmt::format("{} is {} in the text", draft.written(name->place), right),
              {{(*other)->place, "as spelled there"}}, "see which spelling is right");
  }
}

/// "Sorr" and "Sor", "Brandell" and "Brandel": one letter is missing, twice there, or another.
bool is_slip_of(std::string_view one, std::string_view other) {
  constexpr std::size_t kLong = 5;
  const std::string_view longer = one.size() < other.size() ? other : one;
  const std::string_view shorter = one.size() < other.size() ? one : other;
  const std::size_t last = shorter.size();
  const bool doubled = last >= 3 && longer.size() == last + 1 && longer.starts_with(shorter) &&
                       longer[last] == longer[last - 1] && longer[last] != 's';
  const bool inside = last >= kLong && one[0] == other[0] && one.back() == other.back() &&
                      longer.size() - last <= 1 && !is_house_style(one, other);
  return doubled || (inside && edit_distance(one, other, 1) == 1);
}

/// "Brand" for Brandt, where a title or an age says that it is a person's name.
bool is_cut(std::string_view word, std::string_view name) {
  return word.size() >= kFewestLetters && name.size() == word.size() + 1 &&
         name.starts_with(word) && name.back() != 's';
}

/// "Sor, 34,", "Mr. Sor": somebody by the last name alone.
bool is_titled(const CopyText& text, std::size_t i) {
  constexpr std::string_view kTitles[] = {"mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr."};
  const std::size_t before = i > 0 && text.word(i - 1) == "." ? i - 1 : i;
  const bool titled = before > 0 && is_in(text.word(before - 1), kTitles);
  const bool apposed = text.word(i + 1) == "," && text.value(i + 2) != nullptr &&
                       text.value(i + 2)->tokens.size() == 1 &&
                       text.value(i + 2)->quantity() != nullptr &&
                       text.value(i + 2)->quantity()->dimension == Dimension::age;
  return titled || apposed;
}

/// "Sor said".
bool is_speaking(const CopyText& text, std::size_t i) {
  constexpr std::string_view kDoes[] = {"said",   "says",  "told",  "added",  "denied",
                                        "denies", "wrote", "asked", "argued", "pleaded"};
  return is_in(text.word(i + 1), kDoes);
}

/// "Mikkel Sorr ... Sor said ... Sorr left": one who is named in full, and once by a last name that
/// nobody in the text has.
void check_names_again(const CopyText& draft, const std::vector<NameAt>& own, CopyNotes& notes) {
  constexpr std::size_t kMost = 600;         // last names; no article has more
  std::set<std::string, std::less<>> known;  // all words of full names
  std::vector<const NameAt*> firsts;         // where each last name stands first
  std::set<std::string_view> last;
  for (const NameAt& name : own) {
    known.insert(name.words.begin(), name.words.end());
    if (firsts.size() < kMost && last.insert(name.words.back()).second) {
      firsts.push_back(&name);
    }
  }
  std::map<std::string_view, std::size_t> times;  // of capitalized words
  for (std::size_t i = 0; i < draft.size(); ++i) {
    if (draft.is_capital(i)) {
      ++times[draft.word(i)];
    }
  }
  for (std::size_t i = 0; i < draft.size() && !own.empty(); ++i) {
    const std::string_view word = draft.word(i);
    if (!draft.is_word(i) || !draft.is_capital(i) ||
        (!is_titled(draft, i) && !is_speaking(draft, i)) || known.contains(word) ||
        (i > 0 && draft.is_word(i - 1) && draft.is_capital(i - 1) &&
         !is_title(draft.word(i - 1)))) {
      continue;
    }
    if (times[word] != 1) {
      continue;
    }
    const auto full = std::ranges::find_if(firsts, [&](const NameAt* each) {
      const std::string& name = each->words.back();
      return each->begin < i &&
             (is_slip_of(word, name) || (is_titled(draft, i) && is_cut(word, name))) &&
             times[name] >= 2;
    });
    if (full != firsts.end()) {
      const Span place = (*full)->place;
      notes.add(draft.span(i, i + 1),
                fmt::format("{} here, {} above", draft.written(draft.span(i, i + 1)),
                            draft.written(place)),
                {{place, "as spelled there"}}, "see which spelling is right");
    }
  }
}

}  // namespace

Spellings spellings_of(const SourceTexts& sources) {
  Spellings all;
  for (std::size_t k = 0; k < sources.size(); ++k) {
    for (NameAt& name : names_in(sources[k])) {
      const std::vector<std::string> key = name.words;
      Spelling& spelling = all[key];
      if (spelling.sources.empty()) {
        spelling.name = std::move(name);
        spelling.document.index = static_cast<std::uint32_t>(k + 1);
      }
      spelling.sources.insert(sources[k].document().source);
    }
  }
  return all;
}

void check_names(const CopyText& draft, const SourceWords::Side& sources, CopyNotes& notes) {
  const Spellings& spellings = sources.spellings;
  const std::vector<NameAt> own = names_in(draft);
  check_headline_names(draft, own, notes);
  check_names_again(draft, own, notes);
  std::set<std::vector<std::string>> written;
  for (const NameAt& name : own) {
    written.insert(name.words);
  }
  std::set<std::vector<std::string>> told;
  for (const NameAt& name : own) {
    if (spellings.contains(name.words) || told.contains(name.words)) {
      continue;
    }
    for (const auto& [words, spelling] : spellings) {
      // Brothers are both named: whoever knows the other spelling too writes of two people.
      if (!are_spellings(name, spelling.name) || written.contains(words)) {
        continue;
      }
      told.insert(name.words);
      const std::string right =
          sources.texts[spelling.document.index - 1].written(spelling.name.place);
      notes.add(
          name.place,
          fmt::format("{} is {} in {}", draft.written(name.place), right,
                      spelling.sources.size() == 1
                          ? *spelling.sources.begin()
                          : fmt::format("all {} sources that name them", spelling.sources.size())),
          {{spelling.name.place, "as spelled there", spelling.document}},
          fmt::format("write \"{}\", or see which spelling is right", right));
      break;
    }
  }
}

}  // namespace concord::proofread
