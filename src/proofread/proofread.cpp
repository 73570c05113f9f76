#include <algorithm>
#include <map>
#include <utility>

#include "base/fold.h"
#include "base/hash.h"
#include "proofread/checks.h"
#include "proofread/sources.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kMostSlips = 200;  // of one check in one text; nobody reads more

struct Row {
  std::string_view name;
  CopyCheck run;
  bool own_words = false;  // what somebody said of a day is theirs to be wrong about
};
constexpr Row kChecks[] = {
    {"conversion-matches", check_conversions},
    {"weekday-matches-date", check_weekdays, true},
    {"date-range-in-order", check_date_ranges, true},
    {"range-in-order", check_ranges},
    {"events-in-order", check_event_order, true},
    {"percent-of-count", check_shares},
    {"change-matches-percent", check_changes},
    {"percent-or-points", check_points},
    {"list-adds-up", check_lists},
    {"names-match-number", check_named_people},
    {"age-matches-birth-year", check_birth_years},
    {"officials-and-one-named", check_officials},
    {"million-or-billion", check_magnitudes},
    {"headline-counts-match", check_headline},
    {"digits-changed-over", check_transposed},
    {"number-told-again", check_told_again},
    {"implausible-jump", check_jumps},
    {"quote-told-again", check_quoted_again},
};

struct SourceRow {
  std::string_view name;
  void (*run)(const CopyText&, const SourceWords::Side&, CopyNotes&);
};
constexpr SourceRow kSourceChecks[] = {{"name-spelling", check_names},
                                       {"claim-as-fact", check_claims},
                                       {"quote-and-speaker", check_speakers}};

bool is_quoted(const CopyWords& words, Span place) {
  return std::ranges::any_of(words.tokens->quotes,
                             [&](const Span& quote) { return quote.contains(place); });
}

/// Ids of equal slips are told apart by a number.
void set_ids(const Document& document, std::vector<Slip>& slips) {
  std::map<std::string, int> seen;
  for (Slip& slip : slips) {
    std::string words = slip.check + '\x1f' + fold(slip.message);
    for (const SlipLabel& label : slip.labels) {
      words += label.document != slip.document
                   ? std::string()
                   : '\x1f' + fold(document.text.substr(label.place.begin, label.place.size()));
    }
    const int times = seen[words]++;
    slip.id = short_hex(stable_hash(words + (times == 0 ? "" : std::to_string(times))));
  }
}

}  // namespace

void CopyNotes::add(Span place, std::string message, std::vector<SlipLabel> labels,
                    std::string help) {
  const auto own = std::ranges::count(slips_, rule_.name, &Slip::check);
  const bool told = std::ranges::any_of(
      slips_, [&](const Slip& slip) { return slip.check == rule_.name && slip.place == place; });
  if (told || static_cast<std::size_t>(own) >= kMostSlips) {
    return;
  }
  Slip slip;
  slip.check = rule_.name;
  slip.severity = rule_.severity;
  slip.place = place;
  slip.message = std::move(message);
  slip.help = std::move(help);
  slip.labels = std::move(labels);
  slips_.push_back(std::move(slip));
}

SourceWords::SourceWords(std::span<const CopyWords> sources) {
  auto side = std::make_unique<Side>();
  side->texts.reserve(sources.size());
  for (const CopyWords& source : sources) {
    const CopyText& text = side->texts.emplace_back(*source.document, *source.tokens,
                                                    std::vector<ValueMention>{}, side->convert);
    side->quotations.push_back(quotations_in(text));
  }
  side->spellings = spellings_of(side->texts);
  side->claims = claims_of(side->texts);
  side_ = std::move(side);
}

SourceWords::SourceWords(SourceWords&&) noexcept = default;
SourceWords& SourceWords::operator=(SourceWords&&) noexcept = default;
SourceWords::~SourceWords() = default;

struct Proofreading::Draft {
  Draft(const RuleSet& set, const CopyWords& draft, std::vector<ValueMention> read, Convert given)
      : rules(set),
        words(draft),
        values(std::move(read)),
        convert(std::move(given)),
        text(*draft.document, *draft.tokens, values, convert) {}

  const RuleSet& rules;
  CopyWords words;
  std::vector<ValueMention> values;
  Convert convert;
  CopyText text;
  std::vector<Slip> own;  // of the checks of the draft by itself, rule by rule
};

Proofreading::Proofreading(const RuleSet& rules, const CopyWords& draft,
                           std::vector<ValueMention> values, Convert convert) {
  auto read = std::make_unique<Draft>(rules, draft, std::move(values), std::move(convert));
  std::vector<Slip>& slips = read->own;
  for (const CheckRule& rule : rules.checks) {
    const auto* row = std::ranges::find(kChecks, rule.name, &Row::name);
    if (!rule.must.left.empty() || row == std::end(kChecks)) {
      continue;
    }
    CopyNotes notes(rule, slips);
    const auto before = static_cast<std::ptrdiff_t>(slips.size());
    row->run(read->text, notes);
    slips.erase(std::remove_if(slips.begin() + before, slips.end(),
                               [&](const Slip& slip) {
                                 return row->own_words && is_quoted(draft, slip.place);
                               }),
                slips.end());
  }
  draft_ = std::move(read);
}

Proofreading::Proofreading(Proofreading&&) noexcept = default;
Proofreading& Proofreading::operator=(Proofreading&&) noexcept = default;
Proofreading::~Proofreading() = default;

std::vector<Slip> Proofreading::beside(const SourceWords& sources) const {
  std::vector<Slip> slips;
  auto own = draft_->own.begin();
  for (const CheckRule& rule : draft_->rules.checks) {
    for (; own != draft_->own.end() && own->check == rule.name; ++own) {
      slips.push_back(*own);
    }
    const auto* row = std::ranges::find(kSourceChecks, rule.name, &SourceRow::name);
    if (rule.must.left.empty() && row != std::end(kSourceChecks)) {
      CopyNotes notes(rule, slips);
      row->run(draft_->text, sources.side(), notes);
    }
  }
  std::ranges::stable_sort(slips, {}, [](const Slip& slip) { return slip.place.begin; });
  set_ids(*draft_->words.document, slips);
  return slips;
}

std::vector<Slip> proofread(const RuleSet& rules, const CopyWords& draft,
                            const std::vector<ValueMention>& values,
                            std::span<const CopyWords> sources, const Convert& convert) {
  return Proofreading(rules, draft, values, convert).beside(SourceWords(sources));
}

}  // namespace concord::proofread
