// A draft's words beside those of its sources: names and accusations.
#include "proofread/sources.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/nearest.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kMostNames = 4000;   // of one text
constexpr std::size_t kFewestLetters = 4;  // of a name that may be misspelled by one letter
constexpr std::size_t kLongName = 6;       // by two
constexpr std::size_t kNameWords = 4;
constexpr std::size_t kClaimWords = 14;  // of what somebody is accused of
constexpr std::size_t kStem = 4;         // letters that two forms of a verb share at least

// -- names

struct NameAt {
  std::vector<std::string> words;  // folded
  Span place;
};

bool is_title(std::string_view word) {
  constexpr std::string_view kTitles[] = {
      "captain", "president",  "minister",   "mayor",     "governor",  "chief",     "sergeant",
      "officer", "judge",      "senator",    "sheriff",   "doctor",    "professor", "general",
      "colonel", "prime",      "chancellor", "director",  "mr",        "mrs",       "ms",
      "dr",      "lieutenant", "commander",  "inspector", "detective", "king",      "queen",
      "prince",  "princess",   "pope",       "bishop",    "the",       "a",         "an",
      "in",      "on",         "at",         "but",       "and",       "for"};
  return is_in(word, kTitles);
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
    while (text.is_word(i) && text.is_capital(i) && !(i > begin && text.word(i) == "'s")) {
      name.words.emplace_back(text.word(i++));
    }
    if (name.words.size() >= 2 && name.words.size() <= kNameWords) {
      name.place = text.span(begin, i);
      names.push_back(std::move(name));
    }
  }
  return names;
}

bool is_misspelling(const std::string& one, const std::string& other) {
  const std::size_t shorter = std::min(one.size(), other.size());
  const bool prefix = one.starts_with(other) || other.starts_with(one);
  const std::string& longer = one.size() < other.size() ? other : one;
  const bool doubled = shorter > kFewestLetters && longer.size() == shorter + 1 &&
                       longer[shorter] == longer[shorter - 1];  // Sandel, Sandell
  if (shorter < kFewestLetters || one[0] != other[0] || (prefix && !doubled)) {
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
      alike = alike && is_misspelling(one.words[i], other.words[i]);
    }
  }
  return differing == 1 && alike;
}

struct Spelling {
  NameAt name;
  std::set<std::string> sources;
  DocumentId document;  // of the first
};

/// Every name of the sources, with who writes it so.
std::map<std::vector<std::string>, Spelling> spellings_of(const SourceTexts& sources) {
  std::map<std::vector<std::string>, Spelling> all;
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

// -- accusations

/// The letters that all forms of a regular verb share: "ignor" of ignored and ignoring.
std::string_view stem_of(std::string_view verb) {
  for (const std::string_view ending : {"ing", "ed", "es", "s", "e"}) {
    if (verb.size() >= kStem + ending.size() && verb.ends_with(ending)) {
      verb.remove_suffix(ending.size());
      break;
    }
  }
  if (verb.size() > kStem && verb.back() == verb[verb.size() - 2] && verb.back() != 's') {
    verb.remove_suffix(1);  // "stopp"
  }
  return verb;
}

/// Verbs of accusations whose past is another word: "of taking bribes", "took bribes".
struct Irregular {
  std::string_view ing;
  std::string_view past;
  std::string_view participle;
};
constexpr Irregular kIrregular[] = {{"taking", "took", "taken"},
                                    {"stealing", "stole", "stolen"},
                                    {"giving", "gave", "given"},
                                    {"selling", "sold", "sold"},
                                    {"paying", "paid", "paid"},
                                    {"hiding", "hid", "hidden"},
                                    {"shooting", "shot", "shot"},
                                    {"beating", "beat", "beaten"},
                                    {"breaking", "broke", "broken"},
                                    {"holding", "held", "held"},
                                    {"driving", "drove", "driven"},
                                    {"setting", "set", "set"},
                                    {"spending", "spent", "spent"},
                                    {"sending", "sent", "sent"},
                                    {"leading", "led", "led"},
                                    {"keeping", "kept", "kept"},
                                    {"writing", "wrote", "written"},
                                    {"buying", "bought", "bought"},
                                    {"bringing", "brought", "brought"},
                                    {"building", "built", "built"},
                                    {"running", "ran", "run"},
                                    {"making", "made", "made"},
                                    {"leaving", "left", "left"},
                                    {"throwing", "threw", "thrown"},
                                    {"putting", "put", "put"},
                                    {"getting", "got", "got"},
                                    {"withholding", "withheld", "withheld"},
                                    {"misleading", "misled", "misled"},
                                    {"knowing", "knew", "known"},
                                    {"letting", "let", "let"}};

/// True if `word` is a form of the verb whose stem the claim has.
bool is_form(std::string_view word, std::string_view stem) {
  return stem_of(word) == stem || std::ranges::any_of(kIrregular, [&](const Irregular& verb) {
           return stem_of(verb.ing) == stem && (word == verb.past || word == verb.participle);
         });
}

/// A crime by its name, and the verbs by which a text tells it as done.
struct Crime {
  std::string_view noun;
  std::array<std::string_view, 4> verbs;
};
constexpr Crime kCrimes[] = {{"arson", {"torched", "ignited", "burned", "set"}},  // "set the fire"
                             {"negligence", {"neglected", "negligent", "", ""}},
                             {"fraud", {"defrauded", "cheated", "swindled", ""}},
                             {"murder", {"murdered", "killed", "strangled", "shot"}},
                             {"manslaughter", {"killed", "shot", "", ""}},
                             {"theft", {"stole", "", "", ""}},
                             {"bribery", {"bribed", "", "", ""}},
                             {"corruption", {"corrupt", "bribed", "", ""}},
                             {"perjury", {"lied", "perjured", "", ""}},
                             {"espionage", {"spied", "", "", ""}},
                             {"rape", {"raped", "", "", ""}},
                             {"assault", {"assaulted", "attacked", "beat", ""}},
                             {"embezzlement", {"embezzled", "stole", "", ""}},
                             {"forgery", {"forged", "falsified", "", ""}},
                             {"smuggling", {"smuggled", "", "", ""}},
                             {"kidnapping", {"kidnapped", "abducted", "", ""}},
                             {"blackmail", {"blackmailed", "extorted", "", ""}},
                             {"extortion", {"extorted", "blackmailed", "", ""}},
                             {"sabotage", {"sabotaged", "", "", ""}},
                             {"treason", {"betrayed", "", "", ""}},
                             {"plagiarism", {"plagiarized", "copied", "", ""}},
                             {"racism", {"racist", "", "", ""}}};

struct Claim {
  std::string whom;             // folded last word of the name
  std::string stem;             // of the verb
  std::set<std::string> words;  // of what it is done to
  Span place;
  DocumentId document;
  const Crime* crime = nullptr;  // where it is told by its name alone
};

bool is_content(const CopyText& text, std::size_t i) {
  constexpr std::string_view kEmpty[] = {"that", "with", "from", "their", "have",   "been", "were",
                                         "this", "into", "over", "after", "before", "which"};
  return text.is_word(i) && text.word(i).size() >= kStem && !is_in(text.word(i), kEmpty);
}

/// What stands behind "of" or "for": "ignoring two warnings".
std::optional<Claim> claim_at(const CopyText& text, std::size_t i, std::size_t last,
                              std::string_view whom) {
  if (!text.word(i).ends_with("ing")) {
    return std::nullopt;
  }
  Claim claim;
  claim.whom = whom;
  claim.stem = stem_of(text.word(i));
  std::size_t end = i + 1;
  while (end < last && !text.is_break(end) && end - i < kClaimWords) {
    if (is_content(text, end)) {
      claim.words.emplace(text.word(end));
    }
    ++end;
  }
  claim.place = text.span(i, end);
  return claim.words.empty() ? std::nullopt : std::optional(claim);
}

/// The claim of the accusing word `i`: against the last name up to "of", else the name before it.
std::optional<Claim> claim_of(const CopyText& text, const Sentence& sentence, std::size_t i) {
  constexpr std::string_view kOf[] = {"of", "for", "with"};
  std::size_t of = i + 1;
  std::string_view whom;
  const auto leads = [&](std::size_t at) {  // not "the mayor of Vellin"
    return is_in(text.word(at), kOf) && text.word(at + 1).ends_with("ing");
  };
  while (of < sentence.tokens.end && of - i < kClaimWords && !leads(of)) {
    whom = text.is_capital(of) ? text.word(of) : whom;
    ++of;
  }
  for (std::size_t k = i; whom.empty() && k > sentence.tokens.begin && i - k < kClaimWords; --k) {
    whom = text.is_capital(k - 1) ? text.word(k - 1) : whom;
  }
  return whom.empty() ? std::nullopt : claim_at(text, of + 1, sentence.tokens.end, whom);
}

/// "accused the manager, Per Holt, of arson": the name right before "of", and the crime behind it.
std::optional<Claim> named_crime(const CopyText& text, const Sentence& sentence, std::size_t i) {
  constexpr std::string_view kOf[] = {"of", "with"};
  for (std::size_t of = i + 1; of < sentence.tokens.end && of - i < kClaimWords; ++of) {
    const std::size_t noun = of + 1 +
                             (text.is_word(of + 2) && !text.is_break(of + 2) &&
                                      std::ranges::find(kCrimes, text.word(of + 1),
                                                        &Crime::noun) == std::end(kCrimes)
                                  ? 1
                                  : 0);  // "of gross negligence"
    const auto* crime = std::ranges::find(kCrimes, text.word(noun), &Crime::noun);
    const std::size_t name = text.word(of - 1) == "," ? of - 2 : of - 1;
    if (is_in(text.word(of), kOf) && crime != std::end(kCrimes) && text.is_capital(name)) {
      Claim claim;
      claim.whom = text.word(name);
      claim.crime = crime;
      claim.place = text.span(i, noun + 1);
      return claim;
    }
  }
  return std::nullopt;
}

/// "Otto Krane stole 2 million crowns, prosecutors say": a crime that somebody accuses of says is
/// one, in a verb.
std::optional<Claim> crime_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kAccusers[] = {"prosecutors",   "prosecutor", "indictment",
                                            "investigators", "allegedly",  "alleged",
                                            "lawsuit",       "complaint",  "plaintiffs"};
  constexpr std::string_view kDeeds[] = {
      "stole",    "embezzled", "defrauded", "bribed",   "laundered", "forged",    "rigged",
      "murdered", "raped",     "assaulted", "poisoned", "strangled", "smuggled",  "blackmailed",
      "cheated",  "falsified", "swindled",  "molested", "abused",    "kidnapped", "leaked"};
  constexpr std::string_view kProceeds[] = {"bribes", "bribe", "kickbacks", "ransom"};
  constexpr std::string_view kTaking[] = {"took", "paid", "accepted", "demanded"};
  if (!any_in(text, sentence.tokens.begin, sentence.tokens.end, kAccusers)) {
    return std::nullopt;
  }
  const bool proceeds = any_in(text, sentence.tokens.begin, sentence.tokens.end, kProceeds);
  for (std::size_t i = sentence.tokens.begin + 1; i < sentence.tokens.end; ++i) {
    const bool crime = is_in(text.word(i), kDeeds) || (proceeds && is_in(text.word(i), kTaking));
    std::size_t name = i;
    while (name > sentence.tokens.begin && i - name < 3 && !text.is_capital(name - 1)) {
      --name;  // "Krane allegedly took", "Krane, who then stole"
    }
    if (!crime || name == sentence.tokens.begin || !text.is_capital(name - 1)) {
      continue;
    }
    Claim claim;
    claim.whom = text.word(name - 1);
    const auto* verb = std::ranges::find(kIrregular, text.word(i), &Irregular::past);
    claim.stem = stem_of(verb == std::end(kIrregular) ? text.word(i) : verb->ing);
    std::size_t end = i + 1;
    for (; end < sentence.tokens.end && !text.is_break(end) && end - i < kClaimWords; ++end) {
      if (is_content(text, end)) {
        claim.words.emplace(text.word(end));
      }
    }
    claim.place = text.span(i, end);
    return claim.words.empty() ? std::nullopt : std::optional(claim);
  }
  return std::nullopt;
}

/// "accused Norline of ignoring", "Norline is accused of ignoring", "blamed Norline for ignoring".
std::vector<Claim> claims_in(const CopyText& text) {
  constexpr std::string_view kAccused[] = {"accused", "accuses", "accusing", "suspected",
                                           "suspect", "blamed",  "blames",   "blaming",
                                           "accuse",  "charged"};
  std::vector<Claim> claims;
  for (const Sentence& sentence : text.sentences()) {
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (!is_in(text.word(i), kAccused)) {
        continue;
      }
      if (auto claim = claim_of(text, sentence, i)) {
        claims.push_back(std::move(*claim));
      } else if (auto crime = named_crime(text, sentence, i)) {
        claims.push_back(std::move(*crime));
      }
    }
    if (auto crime = crime_in(text, sentence)) {
      claims.push_back(std::move(*crime));
    }
  }
  return claims;
}

/// True if the draft tells of a court's word or a confession: what was an accusation is one no
/// more.
bool is_settled(const CopyText& text) {
  constexpr std::string_view kSettled[] = {"convicted", "guilty",   "pleaded",   "pled",
                                           "sentenced", "admitted", "confessed", "conviction"};
  return any_in(text, 0, text.size(), kSettled);
}

/// Words by which a sentence says that somebody says so, or that it is not sure.
bool is_told_as_claim(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kCues[] = {
      "said",    "says",       "say",        "accused",     "accuses", "accusing", "according",
      "alleged", "allegedly",  "alleges",    "claimed",     "claims",  "claim",    "blamed",
      "blames",  "suspected",  "reportedly", "denied",      "denies",  "denying",  "charged",
      "told",    "wrote",      "believe",    "believes",    "may",     "might",    "whether",
      "if",      "apparently", "allegation", "allegations", "charges", "indicted", "not",
      "never",   "argued",     "insisted",   "suggested",   "asked",   "think",    "thinks",
      "would"};
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (is_in(text.word(i), kCues)) {
      return true;
    }
  }
  return text.in_quotes(sentence.tokens.begin);
}

/// Where the sentence tells the crime itself as done, right behind the name: "Holt, set the fire".
std::optional<Range> done_at(const CopyText& text, const Sentence& sentence, const Claim& claim) {
  constexpr std::size_t kToVerb = 5;
  constexpr std::size_t kToFire = 3;
  constexpr std::string_view kFire[] = {"fire", "ablaze", "alight", "blaze", "fires"};
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (text.word(i) != claim.whom || !text.is_capital(i)) {
      continue;
    }
    const std::size_t last = std::min<std::size_t>(sentence.tokens.end, i + kToVerb);
    for (std::size_t verb = i + 1; verb < last; ++verb) {
      const bool told = text.is_word(verb) && is_in(text.word(verb), claim.crime->verbs);
      const bool fire = text.word(verb) != "set" ||
                        any_in(text, verb + 1, std::min(text.size(), verb + 1 + kToFire), kFire);
      if (told && fire) {
        return Range{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(verb + 1)};
      }
    }
  }
  return std::nullopt;
}

/// Where the sentence states the claim itself: the name, the verb after it, and what it is done to.
std::optional<Range> stated_at(const CopyText& text, const Sentence& sentence, const Claim& claim) {
  constexpr std::size_t kToVerb = 4;
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (text.word(i) != claim.whom || !text.is_capital(i)) {
      continue;
    }
    for (std::size_t verb = i + 1; verb < std::min<std::size_t>(sentence.tokens.end, i + kToVerb);
         ++verb) {
      const std::string_view word = text.word(verb);
      constexpr std::string_view kBe[] = {"been", "is", "was", "are", "were"};
      const bool ongoing = is_in(text.word(verb - 1), kBe);  // "has been ignoring"
      if (!text.is_word(verb) || (word.ends_with("ing") && !ongoing) ||
          !is_form(word, claim.stem)) {
        continue;
      }
      for (std::size_t k = verb + 1; k < sentence.tokens.end; ++k) {
        if (claim.words.contains(std::string(text.word(k)))) {
          return Range{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(verb + 1)};
        }
      }
    }
  }
  return std::nullopt;
}

}  // namespace

void check_names(const CopyText& draft, const SourceTexts& sources, CopyNotes& notes) {
  const auto spellings = spellings_of(sources);
  const std::vector<NameAt> own = names_in(draft);
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
      const std::string right = sources[spelling.document.index - 1].written(spelling.name.place);
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

void check_claims(const CopyText& draft, const SourceTexts& sources, CopyNotes& notes) {
  std::vector<Claim> claims;
  for (std::size_t k = 0; k < sources.size(); ++k) {
    for (Claim& claim : claims_in(sources[k])) {
      claim.document.index = static_cast<std::uint32_t>(k + 1);
      claims.push_back(std::move(claim));
    }
  }
  const bool settled = is_settled(draft);
  for (const Sentence& sentence : draft.sentences()) {
    if (claims.empty() || is_told_as_claim(draft, sentence) || settled) {
      continue;
    }
    for (const Claim& claim : claims) {
      const auto stated = claim.crime != nullptr ? done_at(draft, sentence, claim)
                                                 : stated_at(draft, sentence, claim);
      if (stated) {
        notes.add(draft.span(stated->begin, stated->end),
                  fmt::format("stated as a fact; {} tells it as an accusation",
                              sources[claim.document.index - 1].document().source),
                  {{claim.place, "the accusation", claim.document}}, "say who accuses them of it");
        break;
      }
    }
  }
}

}  // namespace concord::proofread
