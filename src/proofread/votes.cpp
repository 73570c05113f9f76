// The shares of one vote, and the ballots of one house.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kWordsOfPart = 9;  // "Homeland 38 percent and the Greens of Osterby 24"
constexpr std::size_t kWordsOfVerb = 6;  // "took nearly 38 percent"
constexpr std::size_t kReach = 3;        // sentences in which the shares of one vote are told
constexpr std::size_t kNear = 2;         // sentences between a ballot and the size of the house

// -- shares

const Quantity* percent_of(const CopyValue& value) {
  return of_dimension(&value, Dimension::percent);
}

/// "54 percent of the vote"; of "98.7% of the votes counted" it is how far the count has come.
bool is_of_vote(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kVote[] = {"vote", "votes"};
  constexpr std::string_view kBe[] = {"were", "are", "had", "have", "been"};
  constexpr std::string_view kCounted[] = {"counted", "tallied", "in", "reported", "processed"};
  const std::size_t vote =
      value.tokens.end + (is_in(text.word(value.tokens.end + 1), kVote) ? 1 : 2);
  std::size_t counted = vote + 1;
  while (is_in(text.word(counted), kBe)) {
    ++counted;
  }
  return text.word(value.tokens.end) == "of" && is_in(text.word(vote), kVote) &&
         !(is_in(text.word(counted), kCounted) &&
           (text.word(counted) != "in" || !text.is_capital(counted + 1)));
}

/// Words of other shares, of other votes, and of parts of one.
bool speaks_of_else(const CopyText& text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kElse[] = {
      "turnout",    "poll",     "polls",  "survey",   "previous", "earlier", "last",     "ago",
      "round",      "runoff",   "first",  "district", "province", "region",  "city",     "counted",
      "swing",      "compared", "among",  "up",       "down",     "from",    "point",    "points",
      "referendum", "county",   "second", "lead",     "ahead",    "than",    "expected", "needed",
      "threshold",  "women",    "men",    "more",     "another"};
  return any_in(text, begin, end, kElse);
}

/// The shares of one sentence that stand beside each other by name, from value `at` on.
void take_row(const CopyText& text, std::span<const CopyValue> values, std::size_t at,
              std::vector<const CopyValue*>& shares) {
  shares.push_back(&values[at]);
  for (++at; at < values.size(); ++at) {
    if (percent_of(values[at]) == nullptr) {
      continue;
    }
    bool named = false;
    const std::size_t begin = shares.back()->tokens.end;
    for (std::size_t i = begin; i < values[at].tokens.begin; ++i) {
      named = named || text.is_capital(i);
    }
    if (!named || values[at].tokens.begin - begin > kWordsOfPart) {
      return;
    }
    shares.push_back(&values[at]);
  }
}

/// Where a following sentence gives somebody's share: "Her rival Lars Ekdal took 38 percent".
std::optional<std::size_t> share_won(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kWon[] = {"took",     "won",  "got",    "had",    "received", "polled",
                                       "gained",   "with", "gets",   "wins",   "has",      "have",
                                       "followed", "at",   "scored", "secured"};
  const auto values = text.values_in(sentence);
  for (std::size_t k = 0; k < values.size(); ++k) {
    const std::size_t at = values[k].tokens.begin;
    if (percent_of(values[k]) == nullptr) {
      continue;
    }
    const std::size_t from =
        std::max<std::size_t>(sentence.tokens.begin, at > kWordsOfVerb ? at - kWordsOfVerb : 0);
    bool named = false;
    for (std::size_t i = sentence.tokens.begin + 1; i < at; ++i) {
      named = named || (text.is_word(i) && text.is_capital(i));
    }
    return named && any_in(text, from, at, kWon) ? std::optional(k) : std::nullopt;
  }
  return std::nullopt;
}

/// All shares of the vote that sentence `k` begins to tell; empty where it tells none.
std::vector<const CopyValue*> shares_from(const CopyText& text, std::size_t k) {
  const std::vector<Sentence>& sentences = text.sentences();
  std::vector<const CopyValue*> shares;
  const auto values = text.values_in(sentences[k]);
  const auto first = std::ranges::find_if(values, [&](const CopyValue& value) {
    return percent_of(value) != nullptr && is_of_vote(text, value);
  });
  if (first == values.end()) {
    return shares;
  }
  take_row(text, values, static_cast<std::size_t>(first - values.begin()), shares);
  for (std::size_t next = k + 1; next < std::min(sentences.size(), k + kReach); ++next) {
    const Sentence& sentence = sentences[next];
    const auto at = share_won(text, sentence);
    if (!at || sentence.paragraph > sentences[k].paragraph + 1 ||
        speaks_of_else(text, sentence.tokens.begin, sentence.tokens.end)) {
      break;
    }
    take_row(text, text.values_in(sentence), *at, shares);
  }
  return shares;
}

/// Shares of one vote make no more than all of it; each may be rounded up by half a percent.
void check_sum(const std::vector<const CopyValue*>& shares, CopyNotes& notes) {
  double sum = 0;
  double slack = 0;
  std::string addition;
  std::vector<SlipLabel> labels;
  for (const CopyValue* share : shares) {
    const Decimal& nominal = *share->quantity()->nominal;
    sum += nominal.to_double();
    slack += nominal.is_whole() ? 0.5 : 0.05;
    addition += (addition.empty() ? "" : " + ") + to_string(nominal);
    labels.push_back({share->mention->core, "a share"});
  }
  if (shares.size() >= 2 && sum > 100 + slack + 1e-9) {
    notes.add(
        shares.front()->mention->core,
        fmt::format("the shares make more than the whole: {} is {:.4g} percent", addition, sum),
        {labels.begin() + 1, labels.end()}, "see which of the shares is wrong");
  }
}

/// "a 69% majority of Republicans support", "a 45% plurality of Democrats oppose": whose answers.
std::string_view asked(const CopyText& text, const CopyValue& share) {
  constexpr std::size_t kToWhom = 4;
  for (std::size_t i = share.tokens.end; i < share.tokens.end + kToWhom; ++i) {
    if (text.word(i) == "of") {
      return text.word(i + 1) == "the" ? text.word(i + 2) : text.word(i + 1);
    }
  }
  return {};
}

/// The answer that the tokens of [begin, end) tell, a bit each; 0 if none.
std::size_t answer_in(const CopyText& text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kFor[] = {"favor",  "favour",  "for", "support", "supported",
                                       "backed", "approve", "yes", "agree",   "agreed"};
  constexpr std::string_view kAgainst[] = {"against", "opposed",  "oppose",    "disapprove",
                                           "no",      "disagree", "disagreed", "rejected"};
  constexpr std::string_view kUnsure[] = {"opinion", "undecided", "unsure", "know", "abstained"};
  // "no opinion" is no answer against
  return any_in(text, begin, end, kUnsure)    ? 4
         : any_in(text, begin, end, kAgainst) ? 2
         : any_in(text, begin, end, kFor)     ? 1
                                              : 0;
}

/// "58 percent were in favor, 41 percent against and 9 percent had no opinion": the answers to one
/// question, in one sentence.
void check_answers(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::string_view kElse[] = {"women", "men",  "voters", "year", "years", "from",
                                        "up",    "down", "under",  "over", "than",  "among"};
  std::vector<const CopyValue*> shares;
  std::set<std::string_view> groups;
  std::size_t answers = 0;
  const auto values = text.values_in(sentence);
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (percent_of(values[k]) == nullptr) {
      continue;
    }
    const std::size_t end =
        k + 1 < values.size() ? values[k + 1].tokens.begin : sentence.tokens.end;
    const std::size_t answer = answer_in(text, values[k].tokens.end, end);
    if (answer == 0 || (answers & answer) != 0) {
      return;
    }
    answers |= answer;
    shares.push_back(&values[k]);
    if (const std::string_view group = asked(text, values[k]); !group.empty()) {
      groups.insert(group);
    }
  }
  if (shares.size() >= 2 && groups.size() < 2 &&
      !any_in(text, sentence.tokens.begin, sentence.tokens.end, kElse)) {
    check_sum(shares, notes);
  }
}

// -- ballots

/// A number of votes; `value` is nullptr where nobody is told to have abstained.
struct Votes {
  const CopyValue* value = nullptr;
  std::int64_t number = 0;
};

struct Ballot {
  Votes ayes;
  Votes noes;
  std::optional<Votes> abstained;
};

std::optional<Votes> votes_at(const CopyValue* value) {
  constexpr Decimal kMost(1'000'000'000'000);  // sums of some stay exact
  const Quantity* quantity = value == nullptr ? nullptr : value->quantity();
  const bool whole = quantity != nullptr && quantity->dimension == Dimension::count &&
                     quantity->nominal && quantity->nominal->is_whole() &&
                     *quantity->nominal < kMost && quantity->hedge == Hedge::exact;
  return whole ? std::optional(
                     Votes{value, static_cast<std::int64_t>(quantity->nominal->to_double())})
               : std::nullopt;
}

/// The first of `words` behind a number and at most three others; the token past it.
bool leads_to(const CopyText& text, std::size_t i, std::span<const std::string_view> words) {
  constexpr std::size_t kMost = 3;
  const std::size_t at = after_words(text, i, kMost, words);
  return is_in(text.word(at), words);
}

/// The noes of "voted 52 to 48", whose ayes are `value`.
std::optional<Votes> noes_behind(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kVoted[] = {"voted", "vote", "votes", "by", "approved", "rejected"};
  const std::size_t begin = value.tokens.begin;
  const std::size_t end = value.tokens.end;
  const std::size_t to = text.word(end) == "votes" ? end + 1 : end;
  constexpr std::string_view kTally[] = {"vote", "tally", "count", "result"};
  const bool was = begin > 1 && text.word(begin - 1) == "was" &&
                   is_in(text.word(begin - 2), kTally);  // "The vote was 34 to 21"
  const bool voted = was || (begin > 0 && is_in(text.word(begin - 1), kVoted));
  return voted && text.word(to) == "to" ? votes_at(text.value(to + 1)) : std::nullopt;
}

/// The token past what the ayes are for: "for it", "in favor of the motion".
std::size_t past_motion(const CopyText& text, std::size_t i) {
  constexpr std::string_view kMotions[] = {
      "it",       "them",   "motion",     "bill",      "plan",    "plans",    "measure",
      "proposal", "budget", "resolution", "amendment", "closure", "proposals"};
  const std::size_t of = text.word(i) == "of" ? i + 1 : i;
  const std::size_t the = text.word(of) == "the" ? of + 1 : of;
  return is_in(text.word(the), kMotions) ? the + 1 : i;
}

std::optional<Ballot> ballot_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kFor[] = {"for", "favor", "favour"};
  constexpr std::string_view kAgainst[] = {"against"};
  constexpr std::string_view kAbstained[] = {"abstained", "abstentions", "abstaining"};
  constexpr std::string_view kBehind[] = {"and", ",", ".", ";", "with"};
  std::optional<Votes> ayes;
  std::optional<Votes> noes;
  std::optional<Votes> abstained;
  for (const CopyValue& value : text.values_in(sentence)) {
    const auto votes = votes_at(&value);
    const std::size_t end = value.tokens.end;
    if (!votes) {
      continue;
    }
    const std::size_t aye = after_words(text, end, 3, kFor);
    if (const auto other = noes_behind(text, value)) {
      ayes = votes;
      noes = other;
    } else if (leads_to(text, end, kAbstained)) {
      abstained = votes;
    } else if (leads_to(text, end, kAgainst)) {
      noes = noes ? noes : votes;
    } else if (is_in(text.word(aye), kFor) &&
               is_in(text.word(past_motion(text, aye + 1)), kBehind)) {
      ayes = ayes ? ayes : votes;
    }
  }
  return ayes && noes ? std::optional(Ballot{*ayes, *noes, abstained}) : std::nullopt;
}

/// The size of the house, and whether everybody in it voted.
struct House {
  const CopyValue* value = nullptr;
  std::int64_t number = 0;
  bool all_voted = false;
};

std::optional<House> house_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kMembers[] = {
      "member",   "members",   "seat",      "seats",        "lawmakers",  "deputies",
      "mps",      "senators",  "delegates", "legislators",  "councilors", "councillors",
      "trustees", "directors", "governors", "commissioners"};
  constexpr std::string_view kWhole[] = {"of", "all", "the", "its"};
  constexpr std::string_view kChambers[] = {"council",    "house",    "senate",
                                            "parliament", "assembly", "chamber"};
  constexpr std::string_view kVotes[] = {"voted", "votes", "approved", "rejected", "passed"};
  constexpr std::string_view kVoted[] = {"voted", "part", "present", "cast", "attended"};
  for (const CopyValue& value : text.values_in(sentence)) {
    const auto size = votes_at(&value);
    const std::size_t begin = value.tokens.begin;
    const std::size_t end = value.tokens.end;
    const std::size_t noun = text.word(end) == "-" ? end + 1 : end;
    const bool joined = noun > end && is_in(text.word(noun), kMembers);
    const std::string_view before = begin > 0 ? text.word(begin - 1) : std::string_view();
    const bool chamber = before == "of" && begin > 1 && is_in(text.word(begin - 2), kChambers) &&
                         is_in(text.word(end), kVotes);  // "The council of 45 voted"
    constexpr std::string_view kHas[] = {"has", "had"};
    const bool has = is_in(before, kHas) && begin > 1 && is_in(text.word(begin - 2), kChambers) &&
                     is_in(text.word(noun), kMembers);  // "The council has 21 members"
    const bool counted = chamber || has ||
                         (is_in(before, kWhole) && (is_in(text.word(noun), kMembers) ||
                                                    (before == "of" && text.is_break(end))));
    if (size && (joined || counted)) {
      const bool all = before == "all" && any_in(text, end, sentence.tokens.end, kVoted);
      return House{&value, size->number, all};
    }
  }
  return std::nullopt;
}

bool nobody_abstained(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kNobody[] = {"none", "nobody", "no", "without"};
  constexpr std::string_view kAbstained[] = {"abstained", "abstentions", "abstention"};
  return any_in(text, sentence.tokens.begin, sentence.tokens.end, kNobody) &&
         any_in(text, sentence.tokens.begin, sentence.tokens.end, kAbstained);
}

/// The house that a ballot in sentence `k` is of, the ballot's own numbers aside: that of its
/// sentence, else the only one near by.
std::optional<House> house_of(const CopyText& text, std::size_t k, const Ballot& ballot) {
  const std::vector<Sentence>& sentences = text.sentences();
  const auto house_at = [&](std::size_t i) {
    const auto found = house_in(text, sentences[i]);
    const bool own =
        found && (found->value == ballot.ayes.value || found->value == ballot.noes.value);
    return own ? std::nullopt : found;
  };
  std::optional<House> house = house_at(k);
  const std::size_t last = std::min(sentences.size(), k + kNear + 1);
  for (std::size_t i = k > kNear ? k - kNear : 0; i < last && !house_at(k); ++i) {
    const auto found = house_at(i);
    if (house && found && found->number != house->number) {
      return std::nullopt;  // "the council of 45 ... the senate of 100"
    }
    house = house ? house : found;
  }
  return house;
}

void check_ballot(const CopyText& text, std::size_t k, CopyNotes& notes) {
  const std::vector<Sentence>& sentences = text.sentences();
  const auto ballot = ballot_in(text, sentences[k]);
  if (!ballot) {
    return;
  }
  const std::optional<House> house = house_of(text, k, *ballot);
  bool none = ballot->abstained.has_value();
  for (std::size_t i = k > kNear ? k - kNear : 0; i < std::min(sentences.size(), k + kNear + 1);
       ++i) {
    none = none || nobody_abstained(text, sentences[i]);
  }
  const std::int64_t cast = ballot->ayes.number + ballot->noes.number +
                            (ballot->abstained ? ballot->abstained->number : 0);
  if (!house || (cast <= house->number && !(house->all_voted && none && cast < house->number))) {
    return;
  }
  std::string addition = fmt::format("{} + {}", ballot->ayes.number, ballot->noes.number);
  addition += ballot->abstained ? fmt::format(" + {}", ballot->abstained->number) : std::string();
  notes.add(
      house->value->mention->core,
      fmt::format("{} votes are not those of {} members: {} is {}", cast, house->number, addition,
                  cast),
      {{ballot->ayes.value->mention->core, "for"}, {ballot->noes.value->mention->core, "against"}},
      "see which of the numbers is wrong");
}

// -- how many votes ahead

/// The number of "by 1,904 votes" that a text tells; nullptr where it tells several or none.
const CopyValue* margin_in(const CopyText& text) {
  constexpr std::string_view kJust[] = {"just", "only", "a", "mere"};
  const CopyValue* found = nullptr;
  for (const CopyValue& value : text.values()) {
    std::size_t by = value.tokens.begin;
    while (by > 0 && is_in(text.word(by - 1), kJust)) {
      --by;
    }
    const bool heads = value.mention->core.end <= text.document().headline.end;
    if (heads || by == 0 || text.word(by - 1) != "by" || text.word(value.tokens.end) != "votes" ||
        text.word(value.tokens.end + 1) == "to" || !votes_at(&value)) {
      continue;
    }
    if (found != nullptr && votes_at(found)->number != votes_at(&value)->number) {
      return nullptr;
    }
    found = &value;
  }
  return found;
}

void tell_apart(const CopyText& text, const CopyValue& more, const CopyValue& less,
                std::int64_t apart, const CopyValue& margin, CopyNotes& notes) {
  notes.add(
      margin.mention->core,
      fmt::format("{} and {} are {} votes apart, not {}", text.written(more.mention->core),
                  text.written(less.mention->core), apart, text.written(margin.mention->core)),
      {{more.mention->core, "votes"}, {less.mention->core, "votes"}},
      "see which of the three numbers is wrong");
}

/// "won by 1,904 votes ... received 41,338 votes and her rival 39,432": the two numbers of votes of
/// one sentence are as far apart as told.
void check_margin(const CopyText& text, const Sentence& sentence, const CopyValue& margin,
                  CopyNotes& notes) {
  constexpr double kNearly = 3;  // apart by more, the two are of something else
  const std::int64_t ahead = votes_at(&margin)->number;
  std::vector<const CopyValue*> two;
  bool votes = false;
  for (const CopyValue& value : text.values_in(sentence)) {
    const auto number = votes_at(&value);
    if (number && number->number > 2 * ahead && &value != &margin) {
      two.push_back(&value);
      votes = votes || text.word(value.tokens.end) == "votes";
    }
  }
  if (two.size() != 2 || !votes) {
    return;
  }
  const std::int64_t apart = votes_at(two[0])->number - votes_at(two[1])->number;
  const auto far = static_cast<double>(apart) / static_cast<double>(ahead);
  if (apart > 0 && apart != ahead && far < kNearly && far > 1 / kNearly) {
    tell_apart(text, *two[0], *two[1], apart, margin, notes);
  }
}

/// "with 8,412 votes to 7,930 for Lars Ekdal, a majority of 582."
void check_majority(const CopyText& text, const Sentence& sentence, const CopyValue& margin,
                    CopyNotes& notes) {
  constexpr std::string_view kMajority[] = {"majority", "margin", "lead", "difference"};
  constexpr std::string_view kTo[] = {"to", "against"};
  const std::size_t begin = margin.tokens.begin;
  const std::size_t end = margin.tokens.end + (text.word(margin.tokens.end) == "votes" ? 1 : 0);
  if (begin < 4 || text.word(begin - 1) != "of" || !is_in(text.word(begin - 2), kMajority) ||
      text.word(begin - 3) != "a" || text.word(begin - 4) != "," || !text.is_break(end)) {
    return;
  }
  std::vector<const CopyValue*> two;
  bool votes = false;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (value.tokens.end < begin && votes_at(&value)) {
      two.push_back(&value);
      votes = votes || text.word(value.tokens.end) == "votes";
    }
  }
  if (two.size() != 2 || !votes || !votes_at(&margin) ||
      !is_in(text.word(two[1]->tokens.begin - 1), kTo) || text.in_quotes(begin)) {
    return;
  }
  const std::int64_t apart = votes_at(two[0])->number - votes_at(two[1])->number;
  if (apart > 0 && apart != votes_at(&margin)->number) {
    tell_apart(text, *two[0], *two[1], apart, margin, notes);
  }
}

// -- seats

/// "took 49 of the 101 seats, the Greens 30 and the Left 24": the parties of one house have no more
/// seats than it has.
void check_seats(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  constexpr std::string_view kThe[] = {"the", "its", "all"};
  constexpr std::string_view kNoun[] = {"seats", "mandates"};
  constexpr std::string_view kJoins[] = {",", "and", "the"};
  constexpr std::size_t kWordsOfParty = 5;
  const auto values = text.values_in(sentence);
  for (std::size_t k = 0; k + 2 < values.size(); ++k) {
    const std::size_t of = values[k].tokens.end;
    const CopyValue& house = values[k + 1];
    const bool of_house = text.word(of) == "of" && is_in(text.word(of + 1), kThe) &&
                          house.tokens.begin == of + 2 && is_in(text.word(house.tokens.end), kNoun);
    if (!of_house || !votes_at(&values[k]) || !votes_at(&house) || text.in_quotes(of)) {
      continue;
    }
    std::vector<const CopyValue*> parties{&values[k]};
    std::size_t i = house.tokens.end + 1;
    for (std::size_t next = k + 2; next < values.size(); ++next) {
      const std::size_t begin = values[next].tokens.begin;
      std::size_t name = i;
      while (is_in(text.word(name), kJoins)) {
        ++name;
      }
      const bool named = name > i && text.is_capital(name) && name < begin;
      if (!named || begin - name > kWordsOfParty || !votes_at(&values[next])) {
        break;
      }
      parties.push_back(&values[next]);
      i = values[next].tokens.end;
    }
    std::int64_t sum = 0;
    std::string addition;
    for (const CopyValue* party : parties) {
      sum += votes_at(party)->number;
      addition += (addition.empty() ? "" : " + ") + std::to_string(votes_at(party)->number);
    }
    if (parties.size() > 1 && sum > votes_at(&house)->number) {
      notes.add(house.mention->core,
                fmt::format("the parties have more than all {} seats: {} is {}",
                            text.written(house.mention->core), addition, sum),
                {{parties.front()->mention->core, "seats of one"},
                 {parties.back()->mention->core, "and of another"}},
                "see which of the numbers is wrong");
    }
  }
}

}  // namespace

void check_votes(const CopyText& text, CopyNotes& notes) {
  for (std::size_t k = 0; k < text.sentences().size(); ++k) {
    check_sum(shares_from(text, k), notes);
    check_answers(text, text.sentences()[k], notes);
    check_ballot(text, k, notes);
    check_seats(text, text.sentences()[k], notes);
    for (const CopyValue& value : text.values_in(text.sentences()[k])) {
      check_majority(text, text.sentences()[k], value, notes);
    }
  }
  const CopyValue* margin = margin_in(text);
  for (const Sentence& sentence : text.sentences()) {
    if (margin != nullptr) {
      check_margin(text, sentence, *margin, notes);
    }
  }
}

}  // namespace concord::proofread
