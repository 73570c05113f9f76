#include "pipeline/night_before.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/hash.h"
#include "ingest/ingest.h"
#include "wording/names.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kEarlierNights = 14;  // whose news the feed still tells
constexpr std::size_t kEarlierNews = 100;

/// What a night of an older program had to tell: it did not write down its words.
Result<void> add_news(const store::Store& store, const store::Snapshot& snapshot,
                      std::vector<ToldNews>& earlier) {
  const auto news = news_of(snapshot);
  if (news.empty()) {
    return {};
  }
  return store.for_each_finding(snapshot.row, [&](const store::StoredFinding& finding) {
    const auto told =
        news.contains(finding.id) ? ingest::read_told_finding(finding.json) : std::nullopt;
    if (told) {
      earlier.push_back({.id = told->id,
                         .title = told->fact.empty() ? told->check : told->fact,
                         .text = told->reason,
                         .severity = told->severity,
                         .found = snapshot.time});
    }
    return earlier.size() < kEarlierNews;
  });
}

}  // namespace

std::string day_of(Timestamp time, int offset_minutes) {
  const Timestamp local{time.seconds + std::int64_t{60} * offset_minutes};
  return format_date_time(local).substr(0, std::string_view("2024-03-24").size());
}

Result<Nights> nights_before(const store::Store& store, const std::string& id) {
  const auto all = store.snapshots();
  if (!all) {
    return failure(all.error());
  }
  Nights nights;
  for (const store::Snapshot& snapshot : *all) {
    if (snapshot.id == id) {
      nights.tonight = snapshot;
      break;
    }
    nights.earlier.push_back(snapshot);
  }
  return nights;
}

Result<std::vector<ToldNews>> earlier_news(const store::Store& store, const Nights& nights) {
  std::vector<ToldNews> earlier;
  const std::size_t count = std::min(nights.earlier.size(), kEarlierNights);
  for (std::size_t back = 1; back <= count && earlier.size() < kEarlierNews; ++back) {
    const store::Snapshot& snapshot = nights.earlier[nights.earlier.size() - back];
    ToldNight told = ingest::read_told_night(snapshot.summary, snapshot.time);
    if (!told.news.empty()) {
      std::move(told.news.begin(), told.news.end(), std::back_inserter(earlier));
    } else if (const auto done = add_news(store, snapshot, earlier); !done) {
      return failure(done.error());
    }
  }
  return earlier;
}

std::vector<ToldBehind> behind_before(const Nights& nights) {
  const store::Snapshot* last = nights.last();
  return last == nullptr ? std::vector<ToldBehind>()
                         : ingest::read_told_night(last->summary, last->time).behind;
}

std::unordered_set<std::string> slips_before(const Nights& nights) {
  const store::Snapshot* last = nights.last();
  const auto told =
      last == nullptr ? ToldNight() : ingest::read_told_night(last->summary, last->time);
  return {told.slips.begin(), told.slips.end()};
}

std::string parameters_of(const NightlyOptions& options) {
  std::string text = options.run.policy;
  for (const auto& [fact, policy] : options.run.fact_policy) {
    text += ";" + fact + "=" + policy;
  }
  for (const auto& [code, severity] : options.run.severity) {
    text += ";" + code + "!" + std::string(wording::name_of(severity));
  }
  for (const std::string& own : options.desk.own_sources) {
    text += ";own=" + own;
  }
  for (const DeskSource& source : options.run.sources) {
    text += fmt::format(";{},{},{},{}", source.name, source.tier, source.group, source.party);
  }
  return fmt::format(R"({{"asked":"{}"}})", short_hex(stable_hash(text)));
}

std::unordered_set<std::string> news_of(const store::Snapshot& snapshot) {
  constexpr std::string_view kKey = R"("new":")";
  std::unordered_set<std::string> ids;
  const auto begin = snapshot.summary.find(kKey);
  if (begin == std::string::npos) {
    return ids;
  }
  std::string_view rest = std::string_view(snapshot.summary).substr(begin + kKey.size());
  rest = rest.substr(0, rest.find('"'));
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    ids.emplace(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return ids;
}

std::uint64_t number_of(const store::Snapshot& snapshot, std::string_view name) {
  const std::string key = fmt::format(R"("{}":)", name);
  const auto begin = snapshot.summary.find(key);
  std::uint64_t number = 0;
  if (begin != std::string::npos) {
    const char* const end = snapshot.summary.data() + snapshot.summary.size();
    std::from_chars(snapshot.summary.data() + begin + key.size(), end, number);
  }
  return number;
}

Acceptances acceptances_of(const std::vector<store::Decision>& decisions, Timestamp now) {
  Acceptances result;
  for (const store::Decision& decision : decisions) {
    if (decision.kind != store::DecisionKind::accept) {
      continue;
    }
    const bool over = decision.until && *decision.until <= now;
    (over ? result.expired : result.active)[decision.subject] = decision;
    (over ? result.active : result.expired).erase(decision.subject);
  }
  return result;
}

std::vector<store::Decision> standing_at(std::vector<store::Decision> decisions, Timestamp time) {
  std::erase_if(decisions, [&](const store::Decision& decision) {
    return time < decision.made || (decision.withdrawn && *decision.withdrawn <= time);
  });
  return decisions;
}

bool is_news(const store::Decision& decision, const store::Snapshot& night) {
  const bool numbered = night.summary.find(R"("decisions":)") != std::string::npos;
  return numbered ? number_of(night, "decisions") < static_cast<std::uint64_t>(decision.row)
                  : night.time < decision.made;
}

bool decided_since(const std::vector<store::Decision>& decisions, Timestamp then, Timestamp now) {
  return std::ranges::any_of(decisions, [&](const store::Decision& decision) {
    return then < decision.made || (decision.withdrawn && then < *decision.withdrawn) ||
           (decision.until && then < *decision.until && *decision.until <= now);
  });
}

}  // namespace concord::pipeline
