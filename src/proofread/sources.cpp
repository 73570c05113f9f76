// Accusations of the sources that a draft tells as facts.
#include "proofread/sources.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

namespace concord::proofread {

/// A crime by its name, and the verbs by which a text tells it as done.
struct Crime {
  std::string_view noun;
  std::array<std::string_view, 4> verbs;
};

namespace {

constexpr std::size_t kClaimWords = 14;  // of what somebody is accused of
constexpr std::size_t kStem = 4;         // letters that two forms of a verb share at least

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
                                    {"letting", "let", "let"},
                                    {"firing", "fired", "fired"},
                                    {"lying", "lied", "lied"},
                                    {"using", "used", "used"},
                                    {"dying", "died", "died"}};

/// True if `word` is a form of the verb whose stem the claim has.
bool is_form(std::string_view word, std::string_view stem) {
  const bool murder = stem == "kill" && word == "murdered";
  return stem_of(word) == stem || murder ||
         std::ranges::any_of(kIrregular, [&](const Irregular& verb) {
           return stem_of(verb.ing) == stem && (word == verb.past || word == verb.participle);
         });
}

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

/// Groups that are accused without a name: "accused the rebels of firing".
constexpr std::string_view kGroups[] = {
    "rebels",    "separatists", "militants",  "insurgents", "soldiers",
    "troops",    "army",        "government", "militia",    "guerrillas",
    "settlers",  "opposition",  "protesters", "regime",     "police",
    "jihadists", "military",    "cartel",     "extremists", "paramilitaries"};

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
    const bool group = whom.empty() && text.word(of - 1) == "the" && is_in(text.word(of), kGroups);
    whom = text.is_capital(of) || group ? text.word(of) : whom;
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
  static constexpr WordList kAccusers{"prosecutors",   "prosecutor", "indictment",
                                      "investigators", "allegedly",  "alleged",
                                      "lawsuit",       "complaint",  "plaintiffs"};
  static constexpr WordList kDeeds{
      "stole",    "embezzled",   "defrauded", "bribed",    "laundered", "forged",
      "rigged",   "murdered",    "raped",     "assaulted", "poisoned",  "strangled",
      "smuggled", "blackmailed", "cheated",   "falsified", "swindled",  "molested",
      "abused",   "kidnapped",   "leaked",    "killed",    "shot",      "stabbed"};
  static constexpr WordList kProceeds{"bribes", "bribe", "kickbacks", "ransom"};
  constexpr std::string_view kTaking[] = {"took", "paid", "accepted", "demanded"};
  if (!any_in(text, sentence.tokens.begin, sentence.tokens.end, kAccusers)) {
    return std::nullopt;
  }
  const bool proceeds = any_in(text, sentence.tokens.begin, sentence.tokens.end, kProceeds);
  for (std::size_t i = sentence.tokens.begin + 1; i < sentence.tokens.end; ++i) {
    const bool crime = kDeeds.contains(text.word(i)) || (proceeds && is_in(text.word(i), kTaking));
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

/// "blamed Norland for the strike on the dam".
std::optional<Claim> blamed_for(const CopyText& text, const Sentence& sentence, std::size_t i) {
  constexpr std::string_view kDeeds[] = {
      "attack",      "attacks", "strike",    "strikes",       "bombing",    "explosion", "blast",
      "shelling",    "raid",    "killing",   "assassination", "massacre",   "ambush",    "leak",
      "cyberattack", "fire",    "poisoning", "hack",          "kidnapping", "sabotage"};
  constexpr std::string_view kThe[] = {"the", "a", "an", "this", "that"};
  constexpr std::size_t kName = 5;
  std::string_view whom;
  for (std::size_t at = i + 1; at < std::min<std::size_t>(sentence.tokens.end, i + kName); ++at) {
    const bool group = text.word(at - 1) == "the" && is_in(text.word(at), kGroups);
    whom = text.is_capital(at) || group ? text.word(at) : whom;
    const std::size_t noun = at + (is_in(text.word(at + 1), kThe) ? 2 : 1);
    if (text.word(at) == "for" && !whom.empty() && is_in(text.word(noun), kDeeds)) {
      Claim claim;
      claim.whom = whom;
      claim.deed = text.word(noun);
      claim.place = text.span(i, noun + 1);
      return claim;
    }
  }
  return std::nullopt;
}

/// "accused Norline of ignoring", "Norline is accused of ignoring", "blamed Norline for ignoring".
std::vector<Claim> claims_in(const CopyText& text) {
  static constexpr WordList kAccused{"accused", "accuses", "accusing", "suspected", "suspect",
                                     "blamed",  "blames",  "blaming",  "accuse",    "charged"};
  std::vector<Claim> claims;
  for (const Sentence& sentence : text.sentences()) {
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (!kAccused.contains(text.word(i))) {
        continue;
      }
      if (auto claim = claim_of(text, sentence, i)) {
        claims.push_back(std::move(*claim));
      } else if (auto crime = named_crime(text, sentence, i)) {
        claims.push_back(std::move(*crime));
      } else if (auto blamed = blamed_for(text, sentence, i)) {
        claims.push_back(std::move(*blamed));
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
  static constexpr WordList kCues{
      "said",    "says",       "say",        "accused",     "accuses",  "accusing", "according",
      "alleged", "allegedly",  "alleges",    "claimed",     "claims",   "claim",    "blamed",
      "blames",  "suspected",  "reportedly", "denied",      "denies",   "denying",  "charged",
      "told",    "wrote",      "believe",    "believes",    "may",      "might",    "whether",
      "if",      "apparently", "allegation", "allegations", "charges",  "indicted", "not",
      "never",   "argued",     "insisted",   "suggested",   "asked",    "think",    "thinks",
      "would",   "allege",     "alleging",   "contend",     "contends", "suspect"};
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const bool month = text.word(i) == "may" && text.is_capital(i) && i > sentence.tokens.begin;
    if (kCues.contains(text.word(i)) && !month) {
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

bool has_words(const CopyText& text, std::size_t begin, std::size_t end, const Claim& claim) {
  for (std::size_t k = begin; k < end; ++k) {
    if (claim.words.contains(std::string(text.word(k)))) {
      return true;
    }
  }
  return false;
}

bool is_named(const CopyText& text, std::size_t i, const Claim& claim) {
  return text.word(i) == claim.whom && (text.is_capital(i) || is_in(claim.whom, kGroups));
}

/// True if `verb` tells the claim as done; "Norline, ignoring the warnings" names whom one speaks
/// of.
bool tells_claim(const CopyText& text, std::size_t verb, const Claim& claim) {
  constexpr std::string_view kBe[] = {"been", "is", "was", "are", "were"};
  const bool ongoing = is_in(text.word(verb - 1), kBe);  // "has been ignoring"
  return text.is_word(verb) && (!text.word(verb).ends_with("ing") || ongoing) &&
         is_form(text.word(verb), claim.stem);
}

/// The token behind "Holt, the owner of the plant,"; `i` where nothing is put in.
std::size_t behind_apposition(const CopyText& text, std::size_t i, std::size_t last) {
  constexpr std::size_t kLongest = 10;
  if (text.word(i) != ",") {
    return i;
  }
  for (std::size_t k = i + 1; k < std::min(last, i + kLongest); ++k) {
    if (text.word(k) == ",") {
      return k + 1;
    }
  }
  return i;
}

/// "The fire was set by Karl Holt": the verb in the passive, and the name behind "by".
std::optional<Range> suffered_at(const CopyText& text, const Sentence& sentence,
                                 const Claim& claim) {
  constexpr std::size_t kToName = 5;
  constexpr std::string_view kBe[] = {"been", "is", "was", "are", "were", "being"};
  for (std::size_t by = sentence.tokens.begin + 2; by < sentence.tokens.end; ++by) {
    if (text.word(by) != "by" || !is_in(text.word(by - 2), kBe) ||
        !is_form(text.word(by - 1), claim.stem) ||
        !has_words(text, sentence.tokens.begin, by, claim)) {
      continue;
    }
    for (std::size_t i = by + 1; i < std::min<std::size_t>(sentence.tokens.end, by + kToName);
         ++i) {
      if (is_named(text, i, claim)) {
        return Range{static_cast<std::uint32_t>(by - 1), static_cast<std::uint32_t>(i + 1)};
      }
    }
  }
  return std::nullopt;
}

/// Where the sentence states the claim itself: the name, the verb after it, and what it is done to.
std::optional<Range> stated_at(const CopyText& text, const Sentence& sentence, const Claim& claim) {
  constexpr std::size_t kToVerb = 4;
  const std::size_t last = sentence.tokens.end;
  for (std::size_t i = sentence.tokens.begin; i < last; ++i) {
    if (!is_named(text, i, claim)) {
      continue;
    }
    const std::size_t behind = behind_apposition(text, i + 1, last);
    for (const std::size_t from : {i + 1, behind}) {
      const std::size_t to = from == i + 1 ? i + kToVerb : from + 2;
      for (std::size_t verb = from; verb < std::min(last, to); ++verb) {
        if (tells_claim(text, verb, claim) && has_words(text, verb + 1, last, claim)) {
          return Range{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(verb + 1)};
        }
      }
    }
  }
  return suffered_at(text, sentence, claim);
}

/// "Norland was behind the strike", "carried out the strike".
std::optional<Range> committed_at(const CopyText& text, const Sentence& sentence,
                                  const Claim& claim) {
  constexpr std::string_view kBehind[] = {"behind", "out", "launched", "staged", "committed"};
  constexpr std::string_view kCarried[] = {"was", "were", "is", "are", "carried"};
  constexpr std::size_t kToDeed = 5;
  const std::string_view deed[] = {claim.deed};
  for (std::size_t i = sentence.tokens.begin; i + 2 < sentence.tokens.end; ++i) {
    const std::size_t verb = is_in(text.word(i + 1), kCarried) ? i + 2 : i + 1;
    if (is_named(text, i, claim) && is_in(text.word(verb), kBehind) &&
        any_in(text, verb + 1, std::min<std::size_t>(sentence.tokens.end, verb + kToDeed), deed)) {
      return Range{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(verb + 1)};
    }
  }
  return std::nullopt;
}

/// Where the sentence tells the claim as done, in the words that its kind has.
std::optional<Range> claim_told_at(const CopyText& text, const Sentence& sentence,
                                   const Claim& claim) {
  return claim.crime != nullptr ? done_at(text, sentence, claim)
         : !claim.deed.empty()  ? committed_at(text, sentence, claim)
                                : stated_at(text, sentence, claim);
}

/// True if a source tells the claim as a fact too.
bool is_told_as_fact(const SourceTexts& sources, const Claim& claim) {
  return std::ranges::any_of(sources, [&](const CopyText& source) {
    return std::ranges::any_of(source.sentences(), [&](const Sentence& sentence) {
      return !is_told_as_claim(source, sentence) && claim_told_at(source, sentence, claim);
    });
  });
}

}  // namespace

std::vector<Claim> claims_of(const SourceTexts& sources) {
  std::vector<Claim> claims;
  for (std::size_t k = 0; k < sources.size(); ++k) {
    for (Claim& claim : claims_in(sources[k])) {
      claim.document.index = static_cast<std::uint32_t>(k + 1);
      claims.push_back(std::move(claim));
    }
  }
  return claims;
}

void check_claims(const CopyText& draft, const SourceWords::Side& sources, CopyNotes& notes) {
  const std::vector<Claim>& claims = sources.claims;
  if (claims.empty() || is_settled(draft)) {
    return;
  }
  for (const Sentence& sentence : draft.sentences()) {
    if (is_told_as_claim(draft, sentence)) {
      continue;
    }
    for (const Claim& claim : claims) {
      const auto stated = claim_told_at(draft, sentence, claim);
      if (stated && !is_told_as_fact(sources.texts, claim)) {
        notes.add(draft.span(stated->begin, stated->end),
                  fmt::format("stated as a fact; {} tells it as an accusation",
                              sources.texts[claim.document.index - 1].document().source),
                  {{claim.place, "the accusation", claim.document}}, "say who accuses them of it");
        break;
      }
    }
  }
}

}  // namespace concord::proofread
