#include "generate.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace concord::bench {
namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): the standard distributions differ between libraries.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

  std::uint32_t below(std::size_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
  }

  /// Low ranks far more often than high ones: the product of two draws is close enough to Zipf.
  std::uint32_t rank_below(std::size_t bound) {
    return static_cast<std::uint32_t>((std::uint64_t{below(bound)} * below(bound)) / bound);
  }

 private:
  std::uint64_t state_;
};

constexpr std::string_view kNouns[] = {
    "government", "minister",      "council",    "company",   "city",       "police",   "court",
    "report",     "plan",          "country",    "market",    "school",     "hospital", "village",
    "road",       "river",         "house",      "party",     "vote",       "leader",   "president",
    "union",      "worker",        "family",     "student",   "teacher",    "doctor",   "price",
    "budget",     "bank",          "farmer",     "harvest",   "storm",      "fire",     "flood",
    "bridge",     "train",         "station",    "airport",   "driver",     "official", "spokesman",
    "resident",   "neighbor",      "witness",    "lawyer",    "judge",      "trial",    "appeal",
    "sentence",   "investigation", "inquiry",    "committee", "parliament", "election", "campaign",
    "candidate",  "poll",          "deal",       "talks",     "border",     "region",   "province",
    "district",   "coast",         "harbor",     "ship",      "port",       "factory",  "plant",
    "mine",       "energy",        "gas",        "water",     "supply",     "shortage", "strike",
    "protest",    "crowd",         "square",     "street",    "market day", "project",  "fund",
    "loan",       "debt",          "tax",        "law",       "bill",       "reform",   "policy",
    "agency",     "ministry",      "office",     "team",      "coach",      "match",    "season",
    "club",       "player",        "league",     "film",      "museum",     "festival", "church",
    "book",       "letter",        "statement",  "interview", "newspaper",  "website",  "study",
    "research",   "scientist",     "university", "vaccine",   "patient",    "clinic",   "weather",
    "rain",       "snow",          "wind",       "heat",      "summer",     "winter",   "morning",
    "evening",    "night",         "week",       "month",     "decision",   "meeting",  "agreement",
    "dispute",    "pressure",      "support",    "question",  "answer",     "problem",  "damage",
    "repair",     "insurance",     "claim",      "payment",   "wage",       "job",      "industry",
    "technology", "network",       "phone",      "computer",  "vehicle",    "bus",      "tunnel"};

constexpr std::string_view kAdjectives[] = {
    "new",      "local",   "national",      "former",      "senior",   "public",   "private",
    "regional", "early",   "late",          "long",        "heavy",    "recent",   "main",
    "small",    "large",   "young",         "old",         "northern", "southern", "eastern",
    "western",  "central", "foreign",       "independent", "official", "final",    "second",
    "next",     "several", "major",         "minor",       "rural",    "urban",    "temporary",
    "strong",   "weak",    "controversial", "popular",     "rising",   "falling",  "empty",
    "crowded",  "damaged", "planned"};

constexpr std::string_view kVerbs[] = {
    "said",     "told",      "announced", "rejected", "approved",  "opened",   "closed",
    "visited",  "blamed",    "praised",   "warned",   "asked",     "met",      "left",
    "reached",  "signed",    "delayed",   "canceled", "ordered",   "backed",   "criticized",
    "reviewed", "expected",  "found",     "lost",     "won",       "sold",     "bought",
    "built",    "moved",     "called",    "joined",   "led",       "followed", "passed",
    "crossed",  "discussed", "described", "repeated", "published", "denied",   "confirmed",
    "welcomed", "urged",     "refused",   "offered",  "raised",    "cut",      "spent",
    "paid",     "shared",    "kept",      "brought",  "took"};

constexpr std::string_view kAdverbs[] = {"quickly", "later",   "again",   "recently", "largely",
                                         "already", "still",   "often",   "finally",  "reportedly",
                                         "partly",  "earlier", "quietly", "mostly"};

constexpr std::string_view kPrepositions[] = {
    "in",    "on",   "at",      "near",   "after", "before",  "during", "with", "without",
    "under", "over", "between", "across", "along", "against", "about",  "for"};

constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};
constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
constexpr std::string_view kWordNumbers[] = {"two", "three",   "four",   "five",
                                             "six", "seven",   "eight",  "nine",
                                             "ten", "a dozen", "twenty", "thirty"};

/// N noun, A adjective, V verb, D adverb, P preposition, E name, R rare word, Y year, # small
/// number, % percentage, $ sum, L large number, d weekday, M date, w number word; the rest stands
/// for itself.
constexpr std::string_view kSentences[] = {
    "The ^A ^N ^V the ^N of ^E on ^d, ^P a ^N that had ^D ^V its ^A ^N.",
    "^E ^E, ^#, who leads the ^A ^N, ^V the ^N and ^V to the ^R.",
    "It was the ^A ^N since ^Y, according to the ^N of ^E.",
    "Prices rose by ^% in ^Y, and the ^N ^V further increases for the ^A ^N.",
    "\"We have ^V this ^N for years,\" said ^E ^E, a ^A ^N in ^E.",
    "The ^N, worth ^$, was ^V by the ^N ^P the end of the year.",
    "On ^M the ^N ^V ^P ^E, where ^L people live.",
    "A ^N from ^E ^V that the ^A ^N would not be ^V ^P ^d.",
    "^E ^V ^E ^#-^# in front of an enthusiastic crowd at the ^R.",
    "But the ^N is not ^A, and the ^N has ^D ^V it, ^E said.",
    "The ^N of the ^N ^V ^w ^N^s ^P the ^A ^N, and ^w more ^P the ^N.",
    "Last year ^% of the ^A ^N^s ^V their ^N, compared with about half a year before.",
    "Trains between ^E and ^E were ^V for several hours, the ^N ^V.",
    "He ^V the ^N, she ^V the ^N, and neither of them ^V the ^R.",
    "The ^A ^N in ^E, ^# miles from ^E, ^V after the ^N.",
    "\"There is no ^N,\" the ^N ^V. \"It is a ^A ^N and we ^V it ^D.\"",
    "Shares in ^E ^R fell ^% by ^# p.m. on ^d.",
    "The ^N^s, the ^N^s and the ^N^s of ^E ^V one another ^P the ^N.",
    "A spokeswoman for ^E's ^N declined to say whether the ^N was ^V.",
    "Since then, the ^N has ^V ^L ^A ^N^s, considerably more than in ^Y.",
    "^E, which ^V the ^N ^P the election, did not answer a request for comment.",
    "What happens next is up to the ^N, said ^E ^E of the University of ^E.",
    "The ^A ^N ^V about ^# ^N^s a day, or roughly what it ^V in ^Y.",
    "Under the ^N, each ^N would ^D be paid ^$ a month for ^# years.",
    "Representatives of the ^A ^N ^V considerable ^N ^P the ^N, ^P which ^E had ^V.",
    "Nevertheless, the ^A ^N ^V its responsibilities towards the ^N of ^E ^D.",
    "International organizations have ^D ^V the circumstances surrounding the ^N.",
    "Environmental groups ^V the ^N ^P what they ^V an unprecedented ^N.",
};

struct FactSentence {
  std::string_view fact;
  std::string_view text;  // & is the number
};

constexpr FactSentence kFactSentences[] = {
    {"deaths", "The blast in ^E killed & people, the ^N said."},
    {"deaths", "At least & people were killed when the ^N ^V the ^A ^N near ^E."},
    {"injured", "Another & people were injured, ^E ^E told reporters."},
    {"injured", "The ^N injured & residents of ^E on ^d."},
    {"missing", "Rescuers said & people were still missing ^P the ^N."},
    {"detained", "Police in ^E arrested & people on ^d."},
    {"evacuated", "About & residents were evacuated ^P ^E."},
    {"homes_destroyed", "The ^N destroyed & homes in the ^A ^N."},
    {"rescued", "Firefighters rescued & passengers from the ^N."},
    {"displaced", "The ^N displaced & families ^P the ^A ^N."},
};

/// Rules of the 20 that speak: name and its phrases.
struct SpeakingRule {
  std::string_view name;
  std::string_view phrases;  // parted by '\n'
};

constexpr SpeakingRule kSpeakingRules[] = {
    {"deaths", "kill~ {n} <people>\n{n} [<people>] (was|were) [...3] killed\n{n} <people> died"},
    {"injured", "injure~ {n} <people>\n{n} [<people>] (was|were) [...3] (injured|wounded)"},
    {"missing", "{n} [<people>] (was|were) [...2] missing"},
    {"detained", "(arrest~|detain~) {n} <people>\n{n} <people> (was|were) arrested"},
    {"evacuated", "{n} <people> (was|were) [...2] evacuated\nevacuate~ {n} <people>"},
    {"homes_destroyed", "destroy~ {n} (homes|houses|buildings)"},
    {"rescued", "rescue~ {n} <people>\n{n} <people> (was|were) rescued"},
    {"displaced", "displace~ {n} <people>"},
    {"crowd", "crowd of {n}"},
    {"delay", "(was|were) delayed for {n} hours"},
    {"distance", "{n} miles from"},
    {"inhabitants", "where {n} people live"},
    {"share_price_hour", "by {n} (p.m.|a.m.)"},
    {"term", "for {n} years"},
    {"daily", "about {n} [...2] a day"},
    {"cancelled", "canceled {n} (flights|trains|matches)"},
    {"jobs", "cut {n} jobs\n{n} jobs (was|were) [...2] (cut|lost)"},
    {"votes", "{n} (votes|ballots) (was|were) [...2] cast"},
    {"patients", "{n} patients (was|were) [...2] (treated|admitted)"},
    {"schools", "{n} schools (was|were) [...2] closed"},
};

constexpr std::size_t kNames = 3000;
constexpr std::size_t kRareWords = 30000;
constexpr std::size_t kArticleBytes = 3000;
constexpr std::size_t kBytesPerFact = 2000;

/// A pronounceable word that only `number` and `ending` decide.
std::string invented_word(std::uint64_t number, std::string_view ending) {
  constexpr std::array<std::string_view, 16> kOnsets = {"b",  "br", "d", "dr", "f", "g",  "h", "k",
                                                        "kl", "l",  "m", "n",  "p", "st", "t", "v"};
  constexpr std::array<std::string_view, 8> kVowels = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
  Random random(number);
  std::string word;
  for (std::uint32_t syllables = 2 + random.below(2); syllables > 0; --syllables) {
    word += kOnsets[random.below(kOnsets.size())];
    word += kVowels[random.below(kVowels.size())];
  }
  return word.append(ending);
}

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) {
    for (std::size_t i = 0; i < kNames; ++i) {
      std::string name = invented_word(1000000 + i, i % 2 == 0 ? "n" : "r");
      name[0] = static_cast<char>(name[0] - 'a' + 'A');
      names_.push_back(std::move(name));
    }
    for (std::size_t i = 0; i < kRareWords; ++i) {
      rare_words_.push_back(invented_word(2000000 + i, "l"));
    }
  }

  News write(std::size_t bytes) {
    News news;
    std::size_t written = 0;
    std::size_t next_fact = kBytesPerFact / 2;
    while (written < bytes) {
      std::string text;
      while (text.size() < kArticleBytes) {
        for (std::uint32_t sentences = 1 + random_.below(4); sentences > 0; --sentences) {
          if (written + text.size() >= next_fact) {
            news.planted.push_back({news.articles.size(), "", 0});
            write_fact(text, news.planted.back());
            next_fact += kBytesPerFact;
          } else {
            write_sentence(text, pick(kSentences));
          }
          text += sentences > 1 ? " " : "\n\n";
        }
      }
      written += text.size();
      news.articles.push_back(std::move(text));
    }
    return news;
  }

 private:
  template <std::size_t N>
  std::string_view pick(const std::string_view (&words)[N]) {
    return words[random_.below(N)];
  }

  void write_fact(std::string& text, Planted& planted) {
    const FactSentence& chosen = kFactSentences[random_.below(std::size(kFactSentences))];
    planted.fact = chosen.fact;
    planted.number = 2 + random_.below(900);
    const std::size_t mark = chosen.text.find('&');
    write_sentence(text, chosen.text.substr(0, mark));
    text += std::to_string(planted.number);
    write_sentence(text, chosen.text.substr(mark + 1));
  }

  void write_sentence(std::string& text, std::string_view pattern) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '^') {
        text += pattern[i];
        continue;
      }
      const std::size_t start = text.size();
      write_part(text, pattern[++i]);
      if (i == 1 && start < text.size()) {  // a sentence that opens with a part
        text[start] = to_upper(text[start]);
      }
    }
  }

  void write_part(std::string& text, char part) {
    switch (part) {
      case 'N':
        text += kNouns[random_.rank_below(std::size(kNouns))];
        break;
      case 's':
        text += 's';
        break;
      case 'A':
        text += kAdjectives[random_.rank_below(std::size(kAdjectives))];
        break;
      case 'V':
        text += kVerbs[random_.rank_below(std::size(kVerbs))];
        break;
      case 'D':
        text += pick(kAdverbs);
        break;
      case 'P':
        text += pick(kPrepositions);
        break;
      case 'E':
        text += names_[random_.rank_below(kNames)];
        break;
      case 'R':
        text += rare_words_[random_.rank_below(kRareWords)];
        break;
      case 'd':
        text += pick(kDays);
        break;
      case 'w':
        text += pick(kWordNumbers);
        break;
      default:
        write_number(text, part);
    }
  }

  void write_number(std::string& text, char part) {
    switch (part) {
      case 'Y':
        text += std::to_string(1950 + random_.below(75));
        break;
      case '#':
        text += std::to_string(2 + random_.below(88));
        break;
      case '%':
        text += std::to_string(1 + random_.below(60));
        text += random_.below(3) == 0 ? ".5" : "";
        text += random_.below(2) == 0 ? " percent" : "%";
        break;
      case '$':
        text += "$" + std::to_string(1 + random_.below(800));
        text += random_.below(2) == 0 ? " million" : "";
        break;
      case 'L':
        text +=
            std::to_string(1 + random_.below(90)) + "," + std::to_string(100 + random_.below(900));
        break;
      case 'M':
        text += std::string(pick(kMonths)) + " " + std::to_string(1 + random_.below(28));
        break;
      default:
        text += part;
    }
  }

  static char to_upper(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }

  Random random_;
  std::vector<std::string> names_;
  std::vector<std::string> rare_words_;
};

void append_rule(std::string& yaml, std::string_view name, std::string_view phrases) {
  yaml.append("  ").append(name).append(":\n    describe: ").append(name);
  yaml.append("\n    value: count\n    find:\n      - phrases: |\n");
  while (!phrases.empty()) {
    const std::size_t end = std::min(phrases.find('\n'), phrases.size());
    yaml.append("          ").append(phrases.substr(0, end)).append("\n");
    phrases.remove_prefix(std::min(end + 1, phrases.size()));
  }
  yaml.append("    event: any\n");
}

}  // namespace

News generate_news(std::uint64_t seed, std::size_t bytes) {
  return Writer(seed).write(bytes);
}

std::string generate_rules(std::size_t count) {
  std::string yaml =
      "factrules: 1\npack: bench\nversion: 1.0.0\n"
      "phrases:\n  people: (people|residents|passengers|families|workers|students)\n"
      "facts:\n";
  for (const SpeakingRule& rule : kSpeakingRules) {
    append_rule(yaml, rule.name, rule.phrases);
  }
  for (std::size_t i = std::size(kSpeakingRules); i < count; ++i) {
    const std::string anchor = invented_word(3000000 + i, "zt");
    const std::string other = invented_word(4000000 + i, "zk");
    append_rule(yaml, "silent_" + std::to_string(i),
                anchor + "~ {n} [<people>]\n{n} [of the] <people> (was|were) [...3] " + anchor +
                    "\n(the|a) number of " + other + " (rose|fell) to {n}");
  }
  return yaml;
}

}  // namespace concord::bench
