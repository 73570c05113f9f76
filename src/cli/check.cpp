#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/desk_session.h"
#include "cli/draft_edits.h"
#include "cli/read_whole.h"

namespace concord::cli {
namespace {

constexpr std::string_view kCertainties[] = {"none", "likely", "certain", "pinned"};

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// What is told to people, and how much is not.
struct Shown {
  Diagnostics diagnostics;
  Diagnostics set_aside;  // by comments and decisions
  std::size_t known = 0;  // in the baseline
  std::size_t gone = 0;   // which the baseline told
};

Shown shown_of(const report::CheckRun& run) {
  Shown shown;
  for (const report::CheckedDraft& draft : run.drafts) {
    for (const Diagnostic& diagnostic : draft.diagnostics) {
      if (diagnostic.suppression) {
        shown.set_aside.push_back(diagnostic);
      } else if (run.baseline && run.baseline->contains(diagnostic.finding)) {
        ++shown.known;
      } else {
        shown.diagnostics.push_back(diagnostic);
      }
    }
  }
  shown.gone = report::absent_from(run).size();
  return shown;
}

/// "; 1 draft against its story" or "; 2 drafts against 3 sources"
std::string against(const report::CheckRun& run, std::size_t sources) {
  const bool stories = std::ranges::any_of(
      run.drafts, [](const report::CheckedDraft& draft) { return draft.story.has_value(); });
  return fmt::format("; {}{}", counted(run.drafts.size(), "draft"),
                     sources == 0 ? std::string()
                     : stories    ? " against " + counted(sources, "article") + " of the store"
                                  : " against " + counted(sources, "source"));
}

std::string summary(const Shown& shown) {
  std::size_t counts[3] = {};
  for (const Diagnostic& diagnostic : shown.diagnostics) {
    ++counts[static_cast<std::size_t>(diagnostic.severity)];
  }
  const auto comments = static_cast<std::size_t>(std::ranges::count_if(
      shown.set_aside, [](const Diagnostic& aside) { return aside.suppression->in_source; }));
  const std::size_t accepted = shown.set_aside.size() - comments;
  std::string text = fmt::format("{} ({}, {}, {})", counted(shown.diagnostics.size(), "finding"),
                                 counted(counts[2], "error"), counted(counts[1], "warning"),
                                 counted(counts[0], "note"));
  text += shown.known == 0 ? "" : fmt::format(", {} known before", shown.known);
  text += shown.gone == 0 ? "" : fmt::format(", {} gone since", shown.gone);
  text += comments == 0 ? "" : fmt::format(", {} set aside by comments", comments);
  return text + (accepted == 0 ? "" : fmt::format(", {} accepted", accepted));
}

std::optional<report::Baseline> read_baseline(Session& session) {
  const std::string& path = session.arguments().baseline;
  const std::optional<std::string> text = read_whole(path);
  if (!text) {
    session.refuse(usage_error(fmt::format("cannot read the baseline {}", path),
                               "an earlier report, made with -f json -o FILE"));
    return std::nullopt;
  }
  auto baseline = pipeline::read_baseline(*text);
  if (!baseline) {
    session.refuse(usage_error(fmt::format("{} is no report of check", path),
                               "an earlier one, made with -f json, jsonl or sarif and -o FILE"));
  }
  return baseline;
}

std::string aside_line(const Diagnostic& diagnostic) {
  const Suppression& suppression = *diagnostic.suppression;
  return without_controls(
      fmt::format("{} {} {}:{}: {}{}\n", suppression.in_source ? "ignored " : "accepted",
                  diagnostic.code, diagnostic.where.file, diagnostic.where.line, suppression.reason,
                  suppression.until.empty() ? "" : " (until " + suppression.until + ")"));
}

void write_for_people(Session& session, const report::CheckRun& run, report::Format format,
                      std::size_t sources) {
  const bool quiet = session.arguments().quiet;
  const Shown shown = shown_of(run);
  if (format != report::Format::human) {
    session.write(report::diagnostics_report(shown.diagnostics, format, session.style()));
  } else {
    for (const report::CheckedDraft& draft : run.drafts) {
      session.write(quiet ? std::string() : report::story_line(draft));
    }
    for (Diagnostic diagnostic : shown.diagnostics) {
      if (session.arguments().verbose && !diagnostic.finding.empty()) {
        diagnostic.notes.push_back({.code = "finding", .message = diagnostic.finding});
      }
      session.write(report::diagnostics_report({diagnostic}, format, session.style()) + "\n");
    }
    for (const Diagnostic& diagnostic : shown.set_aside) {
      session.write(quiet ? std::string() : aside_line(diagnostic));
    }
  }
  if (!quiet) {
    session.write(summary(shown) + against(run, sources) + "\n");
  }
}

void write(Session& session, const report::CheckRun& run, std::size_t sources) {
  const report::Format format = session.format(report::Format::human);
  if (format == report::Format::human || format == report::Format::brief) {
    write_for_people(session, run, format, sources);
  } else if (format == report::Format::json || format == report::Format::jsonl) {
    session.write(report::check_json(run, format));
  } else {
    session.write(report::check_report(run, format));
  }
}

report::HeldAgainst held(const pipeline::NearStory& story, pipeline::Certainty certainty) {
  return {.id = story.id,
          .title = story.title,
          .certainty = std::string(kCertainties[static_cast<std::size_t>(certainty)]),
          .documents = story.documents,
          .likeness = story.likeness,
          .needed = story.needed};
}

/// Drafts and what they are checked by.
class Checking {
 public:
  explicit Checking(Session& session) : session_(session), options_(session.options()) {
    options_.drafts = session.arguments().inputs;
    options_.inputs = session.arguments().against;
    options_.one_story = true;
  }

  /// False if there is nothing to report: it has been said why.
  bool run() {
    auto store = store_of();
    if (session_.failed()) {
      return false;
    }
    if (!store) {
      if (!load_rules()) {
        return false;
      }
      against_sources(decisions_of());
      return !session_.failed();
    }
    const std::string& story = session_.arguments().story;
    std::string which = story.empty() ? "auto" : story;
    if (which != "auto" && which != "none") {
      const auto found = find_story(session_, *store, which);
      if (!found) {
        return false;
      }
      which = found->id;
    }
    return against_story(*store, which);
  }

  std::vector<report::CheckedDraft> take_drafts() { return std::move(drafts_); }
  std::size_t sources() const { return sources_; }
  const StandardInput& standard_input() const { return standard_; }

 private:
  /// Of what came from standard input the draft alone remembers the bytes.
  void keep_standard(const Document& draft) {
    const std::string& given = session_.arguments().stdin_filename;
    const std::string name = given.empty() ? std::string("<stdin>") : given;
    const bool is_standard = std::ranges::find(options_.drafts, "-") != options_.drafts.end();
    if (is_standard && draft.path == name) {
      standard_ = {name, !draft.page.empty() ? draft.page
                         : draft.in_file     ? draft.text.substr(draft.body_begin)
                                             : std::string()};
    }
  }

  bool load_rules() {
    engine_ = session_.plain_engine();
    return engine_.has_value();
  }

  /// Sources that are named stand in for the store.
  std::optional<store::Store> store_of() {
    const Arguments& given = session_.arguments();
    if (!given.against.empty()) {
      if (!given.story.empty() && given.story != "none") {
        session_.refuse(usage_error("--story is of the store, and --against names the sources",
                                    "leave one of them out"));
      }
      return std::nullopt;
    }
    if (given.story == "none") {
      return std::nullopt;
    }
    auto store = session_.find_store();
    if (!store && !session_.failed()) {
      Diagnostic note;
      note.severity = Severity::note;
      note.message = "there is no store: the draft is checked by itself alone";
      note.help = "`concord ingest PATH...` makes one; --against names sources";
      session_.remark(note);
    }
    return store;
  }

  /// What editors accepted counts whatever the sources, where a store is named beside them.
  std::vector<store::Decision> decisions_of() {
    const Arguments& given = session_.arguments();
    std::error_code error;
    if (given.store.empty() || given.against.empty() ||
        !std::filesystem::exists(given.store, error)) {
      return {};
    }
    const auto store = session_.open_store(store::Mode::read);
    if (!store) {
      return {};
    }
    auto decisions = store->decisions();
    return succeeded(session_, decisions) ? std::move(*decisions) : std::vector<store::Decision>();
  }

  void against_sources(const std::vector<store::Decision>& decisions) {
    Diagnostics complaints;
    const auto checked = pipeline::check(*engine_, options_, complaints);
    session_.complain(complaints);
    for (const Findings& findings : checked) {
      sources_ = std::max(sources_, findings.documents.size() - 1);
      keep_standard(findings.documents.front());
      drafts_.push_back({.file = findings.documents.front().id,
                         .diagnostics = pipeline::draft_diagnostics(*engine_, findings, decisions,
                                                                    options_, session_.now()),
                         .story = {},
                         .others = {}});
    }
  }

  bool against_story(const store::Store& store, const std::string& which) {
    Diagnostics complaints;
    auto drafts = pipeline::drafts_of(options_, complaints);
    session_.complain(complaints);
    bool loaded = false;
    std::vector<pipeline::DraftSide> sides(drafts.begin(), drafts.end());
    auto places = pipeline::search_stories(store, drafts, which, [&] {
      loaded = load_rules();
      for (pipeline::DraftSide& side : sides) {
        if (loaded) {
          side.read_ahead(*engine_, options_);
        }
      }
    });
    if (!loaded || !succeeded(session_, places)) {
      return false;
    }
    const store::RuleNames names(engine_->rules());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      const std::string file = drafts[i].id;
      const auto story = pipeline::read_story(store, names, drafts[i], std::move((*places)[i]));
      if (!succeeded(session_, story)) {
        return false;
      }
      auto checked =
          pipeline::check_draft(*engine_, std::move(sides[i]), *story, options_, session_.now());
      std::set<store::Row> articles;
      for (const store::StoredDocument& stored : story->documents) {
        articles.insert(stored.item);
      }
      sources_ += articles.size();
      report::CheckedDraft told;
      told.file = file;
      keep_standard(checked.findings.documents.front());
      told.diagnostics = std::move(checked.diagnostics);
      told.story = held(story->story, story->certainty);
      for (const pipeline::NearStory& other : story->others) {
        told.others.push_back(held(other, pipeline::Certainty::none));
      }
      drafts_.push_back(std::move(told));
    }
    return true;
  }

  Session& session_;
  std::optional<pipeline::Engine> engine_;
  pipeline::Options options_;
  std::vector<report::CheckedDraft> drafts_;
  StandardInput standard_;
  std::size_t sources_ = 0;
};

}  // namespace

void check(Session& session) {
  const Arguments& given = session.arguments();
  if (given.inputs.empty()) {
    session.refuse(
        usage_error("check needs a draft", "concord check draft.md --against a.txt,b.txt"));
    return;
  }
  report::CheckRun run;
  run.version = CONCORD_VERSION;
  run.fail_on = given.fail_on;
  if (!given.baseline.empty()) {
    run.baseline = read_baseline(session);
    if (!run.baseline) {
      return;
    }
  }
  Checking checking(session);
  if (!checking.run()) {
    return;
  }
  run.drafts = checking.take_drafts();
  if (given.diff) {
    write_diff(session, run, checking.standard_input());
  } else {
    const std::string told = given.fix ? make_fixes(session, run) : std::string();
    write(session, run, checking.sources());
    session.write(told);
  }
  for (const report::CheckedDraft& draft : run.drafts) {
    for (const Diagnostic& diagnostic : draft.diagnostics) {
      if (report::fails(run, diagnostic)) {
        session.found(diagnostic.severity);
      }
    }
  }
  session.tell(fmt::format("{} against {}", counted(run.drafts.size(), "draft"),
                           counted(checking.sources(), "source")));
}

}  // namespace concord::cli
