#include "advise/fix_doubts.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include <fmt/format.h>

#include "advise/earlier_time.h"
#include "advise/figure_parts.h"
#include "base/fold.h"

namespace concord::advise {
namespace {

struct Kind {
  std::string_view name;
  std::string_view stems[10];  // of the words that name it
};
// What people die of; "attack", "accident" and "disaster" may be any of them.
constexpr Kind kKinds[] = {
    {"explosion", {"explo", "blast", "bomb", "deton", "grenade", "airstrike", "missile", "shell"}},
    {"crash", {"crash", "collision", "collided", "derail", "pileup"}},
    {"ship", {"ferry", "ship", "boat", "sank", "sink", "capsiz", "vessel", "shipwreck"}},
    {"fire", {"fire", "blaze", "inferno", "burned"}},
    {"quake", {"earthquake", "quake", "tremor", "aftershock"}},
    {"flood", {"flood", "deluge"}},
    {"storm", {"storm", "hurricane", "typhoon", "cyclone", "tornado"}},
    {"shooting", {"shooting", "gunman", "gunmen", "shot", "gunfire"}},
    {"stabbing", {"stabb", "knife"}},
    {"slide", {"landslide", "mudslide", "avalanche", "rockfall"}},
    {"outbreak", {"outbreak", "epidemic", "cholera", "measles", "virus"}},
    {"collapse", {"collaps"}},
};
// "Fire" that is none: "the fire service", "opened fire".
constexpr std::string_view kFireOf[] = {
    "service", "department", "brigade", "chief",     "chiefs",  "officials", "crews",
    "station", "authority",  "marshal", "officials", "officer", "and",       "engines"};
constexpr std::string_view kAnother[] = {"another", "separate", "similar", "unrelated"};
constexpr std::string_view kAt[] = {"in", "at", "near", "off", "outside"};
// Who may be anyone that the sources name.
constexpr std::string_view kAnyone[] = {
    "the",      "a",           "an",      "of",   "in",    "for",     "officials",
    "official", "authority",   "reports", "news", "local", "sources", "state",
    "media",    "authorities", "and",     "his",  "her",   "their",   "according"};

bool is_fire(const Words& words, std::size_t at) {
  const bool opened = at > 0 && (words[at - 1].starts_with("open") || words[at - 1] == "under");
  return !opened && !(at + 1 < words.size() && is_in(words[at + 1], kFireOf));
}

/// "explosion" for "the blast".
std::string kind_of(const Words& words, std::size_t at) {
  for (const Kind& kind : kKinds) {
    for (const std::string_view stem : kind.stems) {
      if (!stem.empty() && words[at].starts_with(stem)) {
        const bool none = kind.name == "fire" && (words[at] != "fire" && words[at] != "fires"
                                                      ? words[at].starts_with("fire")
                                                      : !is_fire(words, at));
        return none ? std::string() : std::string(kind.name);
      }
    }
  }
  return {};
}

std::set<std::string> kinds_in(const Words& words) {
  std::set<std::string> kinds;
  for (std::size_t i = 0; i < words.size(); ++i) {
    kinds.insert(kind_of(words, i));
  }
  kinds.erase("");
  return kinds;
}

/// "Tolby" of "a crash near Tolby": what stands with a capital after such a word.
std::set<std::string> places_in(std::string_view text) {
  std::set<std::string> places;
  std::string before;
  while (!text.empty()) {
    const auto first = text.find_first_not_of(" \t\r\n\"'([*_");
    if (first == std::string_view::npos) {
      break;
    }
    text.remove_prefix(first);
    const std::string_view word = text.substr(0, text.find_first_of(" \t\r\n,.;:!?)'\"*_-"));
    const std::string folded = fold(word);
    const bool capital = !word.empty() && std::isupper(static_cast<unsigned char>(word[0])) != 0;
    if (capital && is_in(before, kAt) && !is_in(folded, kWeekdays) && !is_in(folded, kMonths)) {
      places.insert(folded);
    }
    before = fold(word);
    text.remove_prefix(std::max<std::size_t>(word.size(), 1));
  }
  return places;
}

/// Both tell something, and nothing that is the same.
bool are_disjoint(const std::set<std::string>& one, const std::set<std::string>& other) {
  return !one.empty() && !other.empty() &&
         std::ranges::none_of(one, [&](const std::string& name) { return other.contains(name); });
}

}  // namespace

std::string FixDoubts::doubt_of(FactId own, const std::vector<FactId>& support) {
  if (has_parts(own)) {
    return "the draft tells of parts of its own figure";
  }
  if (is_of_another_authority(own, support)) {
    return fmt::format("they do not have it from \"{}\"", fact(own).by->name);
  }
  if (is_of_another_event(own, support)) {
    return "these words may be of another event";
  }
  return is_of_another_time(own, support) ? "these words may be of an earlier time" : std::string();
}

Span FixDoubts::head_of_paragraph(FactId own) const {
  constexpr std::size_t kFar = 2000;
  const std::string_view text = document(own).text;
  const std::uint32_t end = fact(own).filler.begin;
  const std::size_t near = end - std::min<std::size_t>(end, kFar);
  const auto before = text.substr(near, end - near).rfind("\n\n");
  const std::size_t begin = before == std::string_view::npos ? near : near + before + 2;
  return {static_cast<std::uint32_t>(begin), end};
}

bool FixDoubts::is_of_another_time(FactId own, const std::vector<FactId>& support) const {
  const Fact& told = fact(own);
  const FigureWords figure = {words_in(document(own), {told.sentence.begin, told.filler.begin}),
                              words_in(document(own), {told.filler.end, told.sentence.end}),
                              words_in(document(own), head_of_paragraph(own))};
  if (may_be_of_earlier_time(figure)) {
    return true;
  }
  const Words days = days_of_saying(figure);
  return !days.empty() && std::ranges::none_of(support, [&](FactId id) {
    const Words theirs = words_in(document(id), fact(id).sentence);
    return std::ranges::any_of(days, [&](const std::string& day) {
      return std::ranges::find(theirs, day) != theirs.end();
    });
  });
}

const FixDoubts::Told& FixDoubts::told_in(DocumentId id) {
  const auto [told, is_new] = told_.try_emplace(id);
  if (is_new) {
    const Document& source = findings_.documents[id.index];
    const Words words = words_in(source, {0, static_cast<std::uint32_t>(source.text.size())});
    told->second = {kinds_in(words), {words.begin(), words.end()}};
  }
  return told->second;
}

bool FixDoubts::is_of_another_event(FactId own, const std::vector<FactId>& support) {
  const Span sentence = fact(own).sentence;
  const Words words = words_in(document(own), sentence);
  Names kinds = kinds_in(words);
  if (kinds.empty()) {
    kinds = kinds_in(words_in(document(own), head_of_paragraph(own)));
  }
  const Names places =
      places_in(std::string_view(document(own).text).substr(sentence.begin, sentence.size()));
  Told theirs;
  for (const FactId id : support) {
    const Told& told = told_in(fact(id).document);
    theirs.kinds.insert(told.kinds.begin(), told.kinds.end());
    theirs.words.insert(told.words.begin(), told.words.end());
  }
  return are_disjoint(kinds, theirs.kinds) || are_disjoint(places, theirs.words) ||
         is_of_another_day(words) || has_any(words, kAnother);
}

/// Of a day that no source names, though they name others.
bool FixDoubts::is_of_another_day(const Words& sentence) const {
  const auto is_told = [&](std::string_view day) {
    return std::ranges::any_of(findings_.documents, [&](const Document& source) {
      return &source != &findings_.documents[draft_.index] &&
             source.text.find(day.substr(1)) != std::string::npos;  // "onday": it has a capital
    });
  };
  bool other = false;
  for (const std::string& word : sentence) {
    if (is_in(word, kWeekdays)) {
      if (is_told(word)) {
        return false;
      }
      other = true;
    }
  }
  return other && std::ranges::any_of(kWeekdays, is_told);
}

bool FixDoubts::is_of_another_authority(FactId own, const std::vector<FactId>& support) const {
  if (!fact(own).by) {
    return false;
  }
  const std::string& name = fact(own).by->name;
  Document named;
  named.text = name;
  Words told = words_in(named, {0, static_cast<std::uint32_t>(name.size())});
  std::erase_if(told, [](const std::string& word) { return is_in(word, kAnyone); });
  return !told.empty() && std::ranges::none_of(support, [&](FactId id) {
    const Words theirs = words_in(document(id), fact(id).sentence);
    return std::ranges::any_of(told, [&](const std::string& word) {
      return std::ranges::find(theirs, word) != theirs.end();
    });
  });
}

bool FixDoubts::has_parts(FactId own) {
  const auto* quantity = std::get_if<Quantity>(&fact(own).value);
  if (quantity == nullptr || quantity->dimension != Dimension::count || !quantity->nominal) {
    return false;
  }
  const Decimal plain = normalized(*quantity->nominal);
  if (plain.exponent != 0) {
    return false;
  }
  if (!numbers_) {
    numbers_ = numbers_by_sentence(findings_.documents[draft_.index].text);
  }
  const Words before = words_in(document(own), {fact(own).sentence.begin, fact(own).filler.begin});
  return is_all_or_some(before) || are_parts_in(*numbers_, plain.coefficient);
}

}  // namespace concord::advise
