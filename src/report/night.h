#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "base/timestamp.h"
#include "model/finding.h"
#include "model/intake.h"
#include "model/rule.h"
#include "model/told_night.h"
#include "report/format.h"

namespace concord::report {

/// Reuters' classes for our own published copy: a wrong figure is CORRECTED, a wrong weekday or a
/// misspelled name is REFILE.
enum class CopyClass : std::uint8_t { corrected, refile };

/// A figure of our own published copy that the sources have left behind or contradict.
struct CopyBehind {
  const Findings* findings = nullptr;  // the run that holds our article and the sources
  std::uint32_t finding = 0;           // in findings->findings
  FactId ours;                         // the statement in our article
  CopyClass outcome = CopyClass::corrected;
  std::optional<Timestamp> since;  // when another figure was first published after ours; UTC
};

/// What our own published copy gets wrong whatever the sources say: parts that do not sum, a
/// weekday that is not its date's.
struct CopySlip {
  std::string document;
  std::string title;       // of the article; its id where it has none
  std::uint32_t line = 0;  // 0: the headline
  std::string text;        // the words to change
  std::string message;     // one line: what cannot be
  std::string check;       // name of the rule's check
  CopyClass outcome = CopyClass::corrected;
  std::string story;  // id
  std::string id;     // as `concord accept` takes it
  Severity severity = Severity::warning;
  bool is_new = false;  // the night before did not tell of it
  friend auto operator<=>(const CopySlip&, const CopySlip&) = default;
};

/// A story that is told in full.
struct StoryTonight {
  const Findings* findings = nullptr;
  StoryId story;                          // in findings->stories
  std::vector<std::string> why;           // what moved: "deaths 133 -> 137"; empty: not compared
  std::vector<std::string> new_findings;  // ids; the feed and a mark on the page
};

/// A story with nothing new, as one line.
struct StoryAtRest {
  std::string id;
  std::string title;
  std::uint64_t documents = 0;
  std::uint64_t findings = 0;  // discrepancies and updates that still stand
  Severity worst = Severity::note;
};

/// A finding that is not told in full: accepted by an editor, or gone.
struct FindingAside {
  std::string id;                  // of the finding
  std::string story;               // its title, else its id
  std::string text;                // one line: what was found
  std::string reason;              // why it was accepted, or what resolved it
  std::optional<Timestamp> until;  // acceptance ends; UTC
};

/// An article whose text a source changed without saying so.
struct QuietEdit {
  std::string document;
  std::string source;
  std::string title;                 // of the article; may be empty
  std::string story;                 // id; empty: of none
  std::vector<std::string> changes;  // of its figures: "deaths 12 became 14"
  Timestamp seen;                    // when the changed text came in; UTC
};

/// An article that is dated so far ahead that it is not known yet: it waits until its time.
struct WaitingArticle {
  std::string document;
  std::string source;
  std::string path;
  Timestamp time;  // UTC
};

struct UnreadableInput {
  std::string name;
  std::string why;
};

struct RunFacts {
  std::string version;     // of the program
  std::string rules_hash;  // of the rule packs
  std::uint64_t documents = 0;
  std::uint64_t facts = 0;
  std::uint64_t stories = 0;
  std::vector<UnreadableInput> unreadable;
};

struct SinceLastNight {
  std::uint64_t stories_changed = 0;
  std::uint64_t figures_moved = 0;
  std::uint64_t correction_candidates = 0;
  std::uint64_t resolved = 0;
};

/// The page of one night.  It borrows Findings, which must outlive it.  Lists are printed in the
/// order given; `tonight` is ranked by severity, reach and recency (rank_stories).
struct Night {
  std::string title = "Nightly report";
  std::optional<Timestamp> now;         // the run's clock, UTC; absent: no date is printed
  int offset_minutes = 0;               // the desk's wall clock = UTC + offset
  std::string snapshot;                 // name of this snapshot; empty: nothing was stored
  std::string last_snapshot;            // the one compared with; empty: the first night
  std::optional<Timestamp> last_night;  // its clock, UTC; marked in the timelines
  std::optional<SinceLastNight> since;  // absent: nothing to compare with
  std::vector<CopyBehind> behind;
  std::vector<CopySlip> slips;  // by document, line and words, at most 200
  std::vector<StoryTonight> tonight;
  std::vector<StoryAtRest> at_rest;
  std::vector<FindingAside> accepted;  // each keeps its row in its story's matrix
  std::vector<FindingAside> expired;   // acceptances that ended; their findings are back
  std::vector<FindingAside> resolved;
  std::vector<QuietEdit> quiet_edits;
  std::vector<WaitingArticle> waiting;  // the first to be known first, at most 100
  std::uint64_t waiting_count = 0;      // of all
  RunFacts run;
  std::string feed_authority;  // "desk.example.org,2026": RFC 4151 tagging entity of the feed's ids
  std::string page_url;        // where the HTML page will be; the feed links to it; may be empty
  std::string feed_url;        // where the feed will be, for the page to point at; may be empty
  std::vector<ToldNews> earlier;  // of the nights before, newest first: whoever reads the feed once
                                  // a week misses nothing
  std::vector<std::string> own_sources;  // outlets that are our own published copy
  bool one_clock = false;  // all times are told on the desk's clock, not each as its article has it
};

/// The designs of the page by file name without its ending: "page" -> text of page.mustache.
using Designs = std::map<std::string, std::string, std::less<>>;

/// What decides a story's place on the page, the least first: its worst finding, how many sources
/// tell it, its newest publication, its id.
using StoryRank = std::tuple<int, std::int64_t, std::int64_t, std::string>;
StoryRank rank_of_story(const Findings& findings, StoryId story);

/// The ids of what editors have accepted.
std::set<std::string> accepted_in(const Night& night);

/// Puts stories into the order of their ranks; findings of these ids are accepted and count for
/// nothing.
void rank_stories(std::vector<StoryTonight>& stories, const std::set<std::string>& accepted = {});

/// What the nights after this one want to know of it, as members of a JSON object:
/// "told" its news as the feed tells them (at most 100), "behind" own copy.
std::string memory_of(const Night& night);

/// Own copy that is behind, in the words of memory_of.
std::vector<ToldBehind> told_behind(const Night& night);

/// A comparison as a page of its own: every story with more than one document or a finding worth an
/// editor's time is told, ranked; the others are at rest.
Night night_of(const Findings& findings);

/// What a night came to, in one line for a log; `unchanged`: only what was read.
std::string night_line(const Intake& intake, const Night& night, bool unchanged,
                       std::size_t new_findings, std::string_view folder);

/// Takes a report piece by piece, from its beginning.
using Pieces = std::function<void(std::string_view)>;

/// The night as html, md, json, csv or atom.  The same night, rules and designs give the same
/// bytes. `designs` matter for html only.  Fails where a design is missing or cannot be read: then
/// nothing was written.  Of Night::tonight html and md tell the first in full, the others in a line
/// each; json and csv hold all of it.
Result<void> write_night(const Night& night, const RuleSet& rules, Format format,
                         const Designs& designs, const Pieces& write);

/// The same in one piece.
Result<std::string> night_report(const Night& night, const RuleSet& rules, Format format,
                                 const Designs& designs);

}  // namespace concord::report
