#include "cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <span>

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include "base/decimal.h"
#include "base/nearest.h"
#include "ingest/ingest.h"
#include "wording/names.h"

namespace concord::cli {
namespace {

namespace po = boost::program_options;

struct FlagRow {
  Flag flag;
  char letter;  // 0 if none
  std::string_view name;
  std::string_view value;  // what it takes; empty: a switch
  std::string_view help;
};

constexpr FlagRow kFlags[] = {
    {flag_rules, 0, "rules", "DIR",
     "folder of rule packs (CONCORD_RULES; else those that came with the program)"},
    {flag_store, 0, "store", "PATH",
     "the file that remembers (CONCORD_STORE; else concord.db beside concord.yaml; else in "
     "XDG_DATA_HOME/concord or ~/.local/share/concord)"},
    {flag_wait, 0, "wait", "SECONDS",
     "how long to wait for another writer of the store (30), then say who it is"},
    {flag_against, 0, "against", "PATH,...",
     "sources to hold the draft against: files, folders, globs; may be repeated"},
    {flag_published, 0, "published", "PATH=TIME",
     "when an input was published (ISO 8601); may be repeated"},
    {flag_input_format, 0, "input-format", "FORMAT",
     "text, markdown, json, jsonl or html; sniffed if not given"},
    {flag_now, 0, "now", "TIME",
     "the time it is taken to be, on the desk's clock (`time zone` of concord.yaml) where no "
     "offset "
     "is written; words such as \"Saturday\" are read against it where a text has no time of its "
     "own"},
    {flag_policy, 0, "policy", "NAME",
     "which figure to print: range, gtd (default), acled, ucdp, emdat, majority, latest, "
     "authority, truthfinder, dependence"},
    {flag_only, 0, "only", "NAME", "one fact or check, with or without its pack"},
    {flag_format, 'f', "format", "FORMAT", "how to print the result; the names are below"},
    {flag_output, 'o', "output", "FILE",
     "write there instead of standard output; the file appears when it is complete"},
    {flag_fail_on, 0, "fail-on", "LEVEL",
     "exit 1 on findings of this severity or above: note, warning, error, never"},
    {flag_color, 0, "color", "WHEN", "auto (default), always or never; NO_COLOR is respected"},
    {flag_jobs, 'j', "jobs", "N", "threads; the result does not depend on it"},
    {flag_quiet, 'q', "quiet", "", "findings and errors only"},
    {flag_verbose, 'v', "verbose", "", "also say what was read and how long it took"},
    {flag_min, 0, "min", "PERCENT", "exit 1 when less than this share of lines is reached"},
    {flag_why_not, 0, "why-not", "FACT", "the fact whose near misses to look for"},
    {flag_fix, 0, "fix", "", "mend what can be mended safely, in the files"},
    {flag_check, 0, "check", "", "change nothing; exit 1 when a file would change"},
    {flag_wrong, 0, "wrong", "FILE", "sentences that must not be found, one a line"},
    {flag_right, 0, "right", "FILE", "sentences that must still be found, one a line"},
    {flag_fact, 0, "fact", "FACT", "the fact whose value an untyped slot takes (default: a count)"},
    {flag_most, 0, "max-us", "NUMBER", "exit 1 when a phrase costs more microseconds a sentence"},
    {flag_explain, 0, "explain", "",
     "also every reading that was weighed, and why it stands or falls"},
    {flag_templates, 0, "templates", "DIR",
     "folder with the designs of the HTML report (else those that came with the program)"},
    {flag_baseline, 0, "baseline", "FILE",
     "an earlier report of check (json, jsonl or sarif): its findings no longer fail the run"},
    {flag_config, 0, "config", "FILE",
     "the desk's settings (CONCORD_CONFIG; else concord.yaml in the current folder)"},
    {flag_as_of, 0, "as-of", "TIME",
     "only what was published by then; a date is the whole day, on the desk's clock"},
    {flag_reason, 0, "reason", "TEXT", "why, for those who read it later"},
    {flag_until, 0, "until", "TIME", "when to come back to it, on the desk's clock"},
    {flag_withdraw, 0, "withdraw", "", "take the decision back"},
    {flag_claims, 0, "claims", "FILE",
     "instead of a story: JSON Lines {\"event\",\"fact\",\"source\",\"value\"}"},
    {flag_date, 0, "date", "NIGHT", "the night: 2024-03-24 (the newest if not given)"},
    {flag_anew, 0, "anew", "", "also when nothing has come since"},
    {flag_story, 0, "story", "ID",
     "one story instead of a night; of a draft: its story, auto (default) or none"},
    {flag_diff, 0, "diff", "", "print the changes that --fix would make; change nothing"},
    {flag_stdin_filename, 0, "stdin-filename", "NAME",
     "what standard input (-) is called and told by; its format is sniffed by it"},
    {flag_help, 'h', "help", "", "this text"},
};

constexpr std::string_view kPolicies[] = {"range",       "gtd",       "acled",  "ucdp",
                                          "emdat",       "majority",  "latest", "authority",
                                          "truthfinder", "dependence"};
constexpr std::string_view kInputFormats[] = {"text", "markdown", "json", "jsonl", "html"};
constexpr std::string_view kColors[] = {"auto", "always", "never"};
constexpr std::string_view kLevels[] = {"note", "warning", "error", "never"};
constexpr int kMostJobs = 256;

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(mark);
    if (const auto part = text.substr(0, at); !part.empty()) {
      parts.push_back(part);
    }
    if (at == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(at + 1);
  }
}

/// Flags whose text is taken as it stands, and flags that take none.
struct TextFlag {
  const char* name;
  std::string Arguments::*text;
};
constexpr TextFlag kTexts[] = {{"rules", &Arguments::rules},
                               {"store", &Arguments::store},
                               {"reason", &Arguments::reason},
                               {"claims", &Arguments::claims},
                               {"date", &Arguments::date},
                               {"story", &Arguments::story},
                               {"only", &Arguments::only},
                               {"output", &Arguments::output},
                               {"why-not", &Arguments::why_not},
                               {"wrong", &Arguments::wrong},
                               {"right", &Arguments::right},
                               {"fact", &Arguments::fact},
                               {"templates", &Arguments::templates},
                               {"baseline", &Arguments::baseline},
                               {"stdin-filename", &Arguments::stdin_filename}};
struct SwitchFlag {
  const char* name;
  bool Arguments::*is_given;
};
constexpr SwitchFlag kSwitches[] = {
    {"withdraw", &Arguments::withdraw}, {"anew", &Arguments::anew},
    {"fix", &Arguments::fix},           {"diff", &Arguments::diff},
    {"check", &Arguments::check},       {"explain", &Arguments::explain},
    {"quiet", &Arguments::quiet},       {"verbose", &Arguments::verbose},
    {"help", &Arguments::help}};

/// The words of one command line, taken flag by flag; the first mistake is kept.
class Reader {
 public:
  Reader(const Takes& takes, const po::variables_map& values, const std::string& zone)
      : takes_(takes), values_(values), zone_(zone) {}

  Result<Arguments> read() {
    Arguments read;
    if (values_.count("inputs") > 0) {
      read.inputs = values_["inputs"].as<std::vector<std::string>>();
    }
    refuse_empty(read.inputs);
    for (const auto& [name, text] : kTexts) {
      read.*text = last(name);
    }
    for (const auto& [name, is_given] : kSwitches) {
      read.*is_given = values_.count(name) > 0;
    }
    for (const std::string& list : all("against")) {
      for (const std::string_view path : split(list, ',')) {
        read.against.emplace_back(path);
      }
    }
    read_published(read);
    read.input_format = choice("input-format", kInputFormats, "");
    read_times(read);
    read.policy = choice("policy", kPolicies, "");
    read_format(read);
    read_fail_on(read);
    const std::string color = choice("color", kColors, "auto");
    read.color = color == "auto"     ? Color::automatic
                 : color == "always" ? Color::always
                                     : Color::never;
    read_numbers(read);
    if (mistake_) {
      return failure(*mistake_);
    }
    return read;
  }

 private:
  std::vector<std::string> all(const char* name) const {
    return values_.count(name) > 0 ? values_[name].as<std::vector<std::string>>()
                                   : std::vector<std::string>();
  }
  std::string last(const char* name) const {
    const auto values = all(name);
    return values.empty() ? std::string() : values.back();
  }

  /// As of a shell variable that was never set: an empty word would be taken for a path.
  void refuse_empty(const std::vector<std::string>& inputs) {
    constexpr std::string_view kHelp =
        "perhaps a variable of the shell that was not set: write the word out, or leave it out";
    if (std::ranges::find(inputs, "") != inputs.end()) {
      mistake(fmt::format("a word behind `{}` is empty", takes_.command), std::string(kHelp));
    }
    for (const FlagRow& row : kFlags) {
      const auto values = row.value.empty() || row.flag == flag_format
                              ? std::vector<std::string>()
                              : all(std::string(row.name).c_str());
      if (std::ranges::find(values, "") != values.end()) {
        mistake(fmt::format("--{} wants {}, not an empty word", row.name, row.value),
                std::string(kHelp));
      }
    }
  }

  void mistake(std::string message, std::string help) {
    if (!mistake_) {
      mistake_ = usage_error(std::move(message), std::move(help));
    }
  }

  std::string choice(const char* name, std::span<const std::string_view> names,
                     std::string_view otherwise) {
    std::string value = last(name);
    if (values_.count(name) == 0) {
      return std::string(otherwise);
    }
    for (const std::string_view known : names) {
      if (known == value) {
        return value;
      }
    }
    std::string list;
    for (const std::string_view known : names) {
      list += (list.empty() ? "" : ", ") + std::string(known);
    }
    mistake(fmt::format("--{} cannot be `{}`", name, value),
            did_you_mean(value, names, "it is one of " + list));
    return std::string(otherwise);
  }

  void read_times(Arguments& read) {
    if (const auto now = time("now")) {
      read.now = desk_time(*now, false);
      read.wall_clock =
          Timestamp{now->utc.seconds + std::int64_t{60} * now->offset_minutes.value_or(0)};
    }
    if (const auto as_of = time("as-of")) {
      read.as_of = desk_time(*as_of, !as_of->has_time);
    }
    if (const auto until = time("until")) {
      read.until = desk_time(*until, false);
    }
  }

  void read_published(Arguments& read) {
    for (const std::string& entry : all("published")) {
      const auto at = entry.rfind('=');
      if (at == std::string::npos || !parse_iso8601(entry.substr(at + 1))) {
        mistake(fmt::format("--published wants PATH=TIME, not `{}`", entry),
                "for example --published a.txt=2024-03-24T09:00Z");
      } else {
        read.published[entry.substr(0, at)] = entry.substr(at + 1);
      }
    }
  }

  /// The time of a flag; nothing when it is not given.
  std::optional<IsoTime> time(const char* name) {
    if (values_.count(name) == 0) {
      return std::nullopt;
    }
    const auto read = parse_iso8601(last(name));
    if (!read) {
      mistake(fmt::format("--{} is no ISO 8601 time: `{}`", name, last(name)),
              fmt::format("for example --{} 2024-03-24T09:00Z", name));
      return std::nullopt;
    }
    return read;
  }

  /// A wall clock without an offset is the desk's.
  Timestamp desk_time(const IsoTime& given, bool to_the_end) const {
    Timestamp time{given.utc.seconds + (to_the_end ? kSecondsPerDay - 1 : 0)};
    if (!given.offset_minutes) {
      time.seconds -= std::int64_t{60} * ingest::zone_offset(zone_, time).value_or(0);
    }
    return time;
  }

  void read_format(Arguments& read) {
    const auto names = split(takes_.formats, ' ');
    if (values_.count("format") > 0) {
      read.format = report::parse_format(choice("format", names, names.front()));
    }
  }

  void read_fail_on(Arguments& read) {
    read.fail_on = takes_.fail_on;
    if (values_.count("fail-on") == 0) {
      return;
    }
    const std::string level = choice("fail-on", kLevels, "never");
    read.fail_on.reset();
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
      if (wording::name_of(severity) == level) {
        read.fail_on = severity;
      }
    }
  }

  /// The number of a flag, from `least` to `greatest`; 0 when it is not given.
  double number(const char* name, double least, double greatest) {
    if (values_.count(name) == 0) {
      return 0;
    }
    const std::string value = last(name);
    const auto read = parse_decimal(value);
    if (!read || read->to_double() < least || read->to_double() > greatest) {
      mistake(fmt::format("--{} wants a number from {:g} to {:g}, not `{}`", name, least, greatest,
                          value),
              {});
      return 0;
    }
    return read->to_double();
  }

  void read_numbers(Arguments& read) {
    if (values_.count("wait") > 0) {
      read.wait = number("wait", 0, 86400);
    }
    read_jobs(read);
    read.min = number("min", 0, 100);
    read.most = number("max-us", 0, 1e9);
  }

  void read_jobs(Arguments& read) {
    if (values_.count("jobs") == 0) {
      return;
    }
    const std::string value = last("jobs");
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read.jobs);
    if (error != std::errc() || end != value.data() + value.size() || read.jobs < 1 ||
        read.jobs > kMostJobs) {
      mistake(fmt::format("--jobs wants a whole number from 1 to {}, not `{}`", kMostJobs, value),
              {});
    }
  }

  const Takes& takes_;
  const po::variables_map& values_;
  const std::string& zone_;
  std::optional<Diagnostic> mistake_;
};

const FlagRow* find_flag(std::string_view name) {
  for (const FlagRow& row : kFlags) {
    if (row.name == name || (row.letter != 0 && name == std::string_view(&row.letter, 1))) {
      return &row;
    }
  }
  return nullptr;
}

po::options_description described(std::uint64_t flags) {
  po::options_description options;
  for (const FlagRow& row : kFlags) {
    if ((flags & row.flag) == 0) {
      continue;
    }
    std::string name(row.name);
    if (row.letter != 0) {
      name += std::string(",") + row.letter;
    }
    if (row.value.empty()) {
      options.add_options()(name.c_str(), "");
    } else {
      options.add_options()(name.c_str(), po::value<std::vector<std::string>>(), "");
    }
  }
  return options;
}

Diagnostic unknown_flag(const Takes& takes, std::string written) {
  written.erase(0, written.find_first_not_of('-'));
  written = written.substr(0, written.find('='));
  const std::string dashes = written.size() == 1 ? "-" : "--";
  if (const FlagRow* elsewhere = find_flag(written)) {
    return usage_error(fmt::format("`{}` takes no --{}", takes.command, elsewhere->name),
                       fmt::format("see concord {} --help", takes.command));
  }
  std::vector<std::string_view> names;
  for (const FlagRow& row : kFlags) {
    if ((takes.flags & row.flag) != 0) {
      names.push_back(row.name);
    }
  }
  const auto longer =
      std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(written); });
  const std::string_view near = longer != names.end() ? *longer : nearest(written, names);
  return usage_error(fmt::format("unknown flag {}{}", dashes, written),
                     near.empty() ? fmt::format("see concord {} --help", takes.command)
                                  : fmt::format("did you mean --{}?", near));
}

}  // namespace

Diagnostic usage_error(std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

std::vector<std::string_view> flag_names() {
  constexpr std::uint64_t kOfOneRun = flag_config | flag_help | flag_reason | flag_claims;
  std::vector<std::string_view> names;
  for (const FlagRow& row : kFlags) {
    if ((row.flag & kOfOneRun) == 0 && row.name != "policy") {
      names.push_back(row.name);
    }
  }
  return names;
}

std::span<const std::string_view> policy_names() {
  return kPolicies;
}

Result<Arguments> read_arguments(const Takes& takes, const std::vector<std::string>& words,
                                 const std::map<std::string, std::vector<std::string>>& defaults,
                                 const std::string& zone) {
  try {
    po::options_description options = described(takes.flags);
    options.add_options()("inputs", po::value<std::vector<std::string>>(), "");
    po::positional_options_description positional;
    positional.add("inputs", -1);
    po::variables_map values;
    // An abbreviation would be a did-you-mean that nobody sees.
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(
        po::command_line_parser(words).options(options).positional(positional).style(style).run(),
        values);
    po::parsed_options otherwise(&options);
    for (const auto& [name, texts] : defaults) {
      const FlagRow* row = find_flag(name);
      if (row != nullptr && (takes.flags & row->flag) != 0 && values.count(name) == 0) {
        const bool off = row->value.empty() && texts != std::vector<std::string>{"yes"};
        if (!off) {
          otherwise.options.emplace_back(name,
                                         row->value.empty() ? std::vector<std::string>() : texts);
        }
      }
    }
    po::store(otherwise, values);
    return Reader(takes, values, zone).read();
  } catch (const po::unknown_option& error) {
    return failure(unknown_flag(takes, error.get_option_name()));
  } catch (const po::error& error) {
    return failure(usage_error(error.what(), fmt::format("see concord {} --help", takes.command)));
  }
}

std::string flags_help(std::uint64_t flags) {
  std::string text;
  for (const FlagRow& row : kFlags) {
    if ((flags & row.flag) == 0) {
      continue;
    }
    const std::string letter = row.letter != 0 ? fmt::format("-{}, ", row.letter) : "    ";
    const std::string name = fmt::format("{}--{} {}", letter, row.name, row.value);
    text += fmt::format("  {:<26} {}\n", name, row.help);
  }
  return text;
}

std::size_t words_of_flag(std::string_view word) {
  const auto begin = word.find_first_not_of('-');
  if (begin == std::string_view::npos || begin == 0) {
    return 0;
  }
  const auto equals = word.find('=');
  const FlagRow* row = find_flag(word.substr(begin, equals - begin));
  if (row == nullptr) {
    return 0;
  }
  return row->value.empty() || equals != std::string_view::npos ? 1 : 2;
}

}  // namespace concord::cli
