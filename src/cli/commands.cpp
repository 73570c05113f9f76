#include "cli/commands.h"

#include <unistd.h>

namespace concord::cli {
namespace {

constexpr std::uint64_t kAlways = flag_help | flag_quiet | flag_color | flag_config;
constexpr std::uint64_t kReading =
    flag_rules | flag_published | flag_input_format | flag_jobs | flag_verbose;

constexpr Command kCommands[] = {
    {.takes = {"compare",
               kAlways | kReading | flag_now | flag_policy | flag_format | flag_output |
                   flag_fail_on | flag_templates,
               "human short json jsonl html md csv", std::nullopt},
     .usage = "compare PATH...",
     .summary = "where several articles agree, differ and move on; nothing is stored",
     .description =
         R"(Reads articles (files, folders, globs, - for standard input), extracts the facts they state and says
for each fact whether the sources agree, one has moved on, or they contradict each other.
A handful of articles is taken for one story unless they plainly are not.
Differences do not fail the run unless --fail-on says so.

  concord compare a.txt b.txt
  concord compare wire/ --published wire/a.txt=2024-03-24T09:00Z
  concord compare stories.jsonl -f json -o findings.json
  concord compare wire/ -f html -o report.html
)",
     .run = compare},
    {.takes = {"check",
               kAlways | kReading | flag_against | flag_store | flag_story | flag_now |
                   flag_policy | flag_format | flag_output | flag_fail_on | flag_baseline |
                   flag_fix | flag_diff | flag_stdin_filename,
               "human short json jsonl sarif rdjsonl github junit csv md", Severity::error},
     .usage = "check DRAFT... [--against PATH,... | --story ID]",
     .summary =
         "one's own copy before publishing: against the store or other sources, and in itself",
     .description =
         R"(Holds each draft against its story in the store: figures behind or in conflict, quotations that
differ; and against itself: a headline against its body, parts that do not sum. The story is found by itself
and told, with how sure that is; --story ID pins one, --story none asks no store, and so does a desk without one.
--against names the sources instead. A draft never enters the store. Without a time it counts as written at
--now, else as newer than every source. Fails on errors (--fail-on error).

A figure is proposed only where two independent sources give it, in the draft's own manner (digits or words, "at
least"), and nothing inside quotation marks is ever touched. --diff prints the changes, --fix makes them.

A comment in the draft sets findings aside: <!-- concord: ignore deaths/behind until 2030-12-01 because REASON -->
for its paragraph (or the next, if nothing stands before it), `ignore-next-line`, `ignore-file`; so does
`concord accept FINDING`. What a comment no longer sets aside is noted.

  concord check draft.md
  concord check draft.md --story s3412
  concord check draft.md --against wire/ --diff
  concord check drafts/ -f sarif -o concord.sarif --baseline yesterday.json
  concord check - --stdin-filename draft.md < draft.md
)",
     .run = check},
    {.takes = {"extract", kAlways | kReading | flag_format | flag_output, "human json jsonl",
               std::nullopt},
     .usage = "extract [PATH...]",
     .summary = "the facts documents state, one JSON object a line",
     .description = R"(
  concord extract a.txt
  concord extract archive.jsonl --jobs 4 > facts.jsonl
  concord extract a.txt -f human
)",
     .run = extract},
    {.takes = {"values", kAlways | flag_now | flag_format | flag_output | flag_explain,
               "human json jsonl", std::nullopt},
     .usage = "values [FILE|TEXT...]",
     .summary = "every number, amount, duration and time in a text, rules aside",
     .description =
         R"(Reads JSON Lines {"id","text","reference_time"?,"prefer"?:"past"|"future"} and prints {"id","values":[...]},
a line for a line. A sentence in quotation marks is read itself, and so is any other file as an article, against its own time;
both are printed for people.
With --explain every reading that was weighed is told, and the order of preference between them.

  concord values requests.jsonl
  concord values "At least 130 people were killed on Saturday" --now 2024-03-24
  concord values draft.md
  concord values "Flight 212 carried 40 people" --explain
)",
     .run = values},
    {.takes = {"figures", kAlways | kReading | flag_format | flag_output, "human json jsonl",
               std::nullopt},
     .usage = "figures [PATH...]",
     .summary = "the one figure each document stands by for each fact",
     .description = R"(
  concord figures a.txt b.txt
  concord figures archive.jsonl > figures.jsonl
)",
     .run = figures},
    {.takes = {"group", kAlways | kReading | flag_format | flag_output, "human json jsonl",
               std::nullopt},
     .usage = "group [PATH...]",
     .summary = "which documents tell of one story, and which are copies",
     .description = R"(
  concord group archive.jsonl
  concord group wire/ -f human
)",
     .run = group},
    {.takes = {"explain",
               kAlways | flag_rules | flag_store | flag_now | flag_output | flag_verbose,
               {},
               std::nullopt},
     .usage = "explain RULE|FINDING|\"SENTENCE\"",
     .summary =
         "a rule in words, a finding of a night, or what every rule makes of a sentence and why",
     .description = R"(
  concord explain deaths
  concord explain 7579ef
  concord explain "Officials denied that 200 people were killed."
)",
     .run = explain},
    {.takes = {"ingest",
               kAlways | kReading | flag_store | flag_wait | flag_now | flag_format | flag_output,
               "human json", std::nullopt},
     .usage = "ingest PATH... [--store PATH]",
     .summary = "articles into the store: new ones, and new versions of those it has",
     .description =
         R"(Reads articles (files, folders, globs, - for standard input), extracts their facts and puts both into
the store, which is made if it is not there. An article is known by its item, else its url, else its id,
within one source; a changed text becomes a new version, the same text nothing. So anything may be put
again, and a run that was interrupted is simply run again. Files that have not changed are not read.
The output counts what was added; exit code 3 when some inputs could not be read, the others are in.

  concord ingest wire/
  concord ingest today.jsonl --store desk.db
  zcat archive.jsonl.gz | concord ingest - --input-format jsonl
)",
     .run = ingest},
    {.takes = {"nightly",
               kAlways | flag_rules | flag_store | flag_wait | flag_now | flag_policy | flag_jobs |
                   flag_verbose | flag_templates | flag_fail_on | flag_anew,
               {},
               std::nullopt},
     .usage = "nightly [PATH...] [--config FILE]",
     .summary = "what changed since last night: reads the inboxes, compares, writes the reports",
     .description =
         R"(Reads concord.yaml: takes the inboxes into the store, puts new articles into stories, compares the
stories that changed, remembers the night as a snapshot and writes the reports (HTML, Markdown, JSON, CSV and an
Atom feed of what is new), each in one piece. Prints one line. A second run on one day replaces the first; with
nothing new it does nothing. PATHs are further inboxes. With --fail-on findings fail
the run: new ones, and those that leave our own copy behind.

  concord nightly
  concord nightly --config /etc/concord/desk.yaml --fail-on error
)",
     .run = nightly},
    {.takes = {"report",
               kAlways | flag_rules | flag_store | flag_policy | flag_jobs | flag_templates |
                   flag_now | flag_date | flag_story | flag_as_of | flag_format | flag_output |
                   flag_verbose,
               "html md json csv atom", std::nullopt},
     .usage = "report [--date NIGHT | --story ID]",
     .summary = "a stored night or story again, in any format",
     .description =
         R"(Works out the page of a night once more from the articles that the store had then, under the rules of
now; the newest night if none is named. With --story the page of one story.

  concord report --date 2024-03-24 -o night.html
  concord report --story s341255ddbf39 -f md
)",
     .run = report_again},
    {.takes = {"diff", kAlways | flag_store | flag_format | flag_output, "human json",
               std::nullopt},
     .usage = "diff [NIGHT [NIGHT]]",
     .summary = "what is new, changed and gone between two nights",
     .description = R"(Without names the last two nights; with one, that night and the newest.

  concord diff 2024-03-23 2024-03-24
)",
     .run = diff},
    {.takes = {"story list", kAlways | flag_store | flag_now | flag_format | flag_output,
               "human json", std::nullopt},
     .usage = "story list",
     .summary = "the stories of the store, newest first",
     .description = R"(
  concord story list
  concord story list -f json
)",
     .run = story_list},
    {.takes = {"story show",
               kAlways | flag_rules | flag_store | flag_now | flag_policy | flag_as_of |
                   flag_format | flag_output | flag_verbose,
               "human short json jsonl", std::nullopt},
     .usage = "story show ID",
     .summary = "a story compared, as it is or as it was known at a time",
     .description = R"(The beginning of an id is enough where only one story has it.

  concord story show s341255ddbf39
  concord story show s3412 --as-of 2024-03-23T12:00Z
)",
     .run = story_show},
    {.takes = {"story merge",
               kAlways | flag_store | flag_wait | flag_now | flag_reason,
               {},
               std::nullopt},
     .usage = "story merge ID INTO [--reason TEXT]",
     .summary = "two stories are one; later articles follow",
     .description = R"(
  concord story merge s7a013410e65a s82ee5e10eb7b --reason "one attack, two towns"
)",
     .run = story_merge},
    {.takes = {"story split",
               kAlways | flag_store | flag_wait | flag_now | flag_reason,
               {},
               std::nullopt},
     .usage = "story split DOCUMENT... [--reason TEXT]",
     .summary = "articles out of their story into one of their own, for good",
     .description = R"(
  concord story split wire-1 wire-2 --reason "another fire"
)",
     .run = story_split},
    {.takes =
         {"story pin", kAlways | flag_store | flag_wait | flag_now | flag_reason, {}, std::nullopt},
     .usage = "story pin DOCUMENT ID [--reason TEXT]",
     .summary = "an article belongs to this story, whatever grouping thinks",
     .description = R"(
  concord story pin wire-1 s7a013410e65a
)",
     .run = story_pin},
    {.takes = {"figure",
               kAlways | flag_rules | flag_store | flag_now | flag_policy | flag_as_of |
                   flag_claims | flag_format | flag_output | flag_verbose,
               "human json jsonl", std::nullopt},
     .usage = "figure STORY FACT [--policy NAME]",
     .summary = "the figure each policy would print, side by side",
     .description =
         R"(Policies are published practices (VERDICTS in the handbook); --policy prints one figure alone.
With --claims FILE figures are chosen for all facts of the file at once (majority, truthfinder or dependence;
the last if not said), one JSON object a line: the reliability of sources is learned over all of it.

  concord figure s341255ddbf39 deaths
  concord figure s341255ddbf39 deaths --policy acled --as-of 2024-03-23
  concord figure --claims claims.jsonl --policy dependence
)",
     .run = figure},
    {.takes = {"accept",
               kAlways | flag_rules | flag_store | flag_wait | flag_now | flag_reason | flag_until |
                   flag_withdraw | flag_verbose,
               {},
               std::nullopt},
     .usage = "accept FINDING [DRAFT] --reason TEXT [--until TIME]",
     .summary = "a finding is known and need not be told again, until a time if given",
     .description =
         R"(The finding stays in the report among those accepted, with the reason; it returns when the time is
over. The beginning of an id is enough where only one has it. A finding of a draft, which no night
has told of, is named with the draft. --withdraw takes the acceptance back.

  concord accept 7579ef5f19f5 --reason "police figure, explained in paragraph 4" --until 2024-04-01
  concord accept 3b1f0a9c77de draft.md --reason "the family was not told" --until 2024-04-01
  concord accept 7579ef5f19f5 --withdraw
)",
     .run = accept},
    {.takes = {"db check", kAlways | flag_store | flag_format | flag_output, "human json",
               std::nullopt},
     .usage = "db check [--store PATH]",
     .summary = "is the store sound: its pages, its rows, every text and fact in it",
     .description = R"(Reads all of the store and changes nothing. Exit code 4 when it is not sound.

  concord db check
  concord db check --store desk.db -f json
)",
     .run = db_check},
    {.takes = {"db backup", kAlways | flag_store, {}, std::nullopt},
     .usage = "db backup FILE [--store PATH]",
     .summary = "a copy of the store as it is now, while others read and write it",
     .description = R"(The copy appears when it is complete; a file that is there is not replaced.

  concord db backup backups/desk-monday.db
)",
     .run = db_backup},
    {.takes = {"db export", kAlways | flag_rules | flag_store | flag_format | flag_output,
               "jsonl csv", std::nullopt},
     .usage = "db export [--store PATH]",
     .summary = "all articles with all their versions, for `concord ingest`; or their facts as CSV",
     .description =
         R"(One article a line, in order of time, as it was put; ingesting them into an empty store makes the same
versions with the same times. Stories and decisions are not in it: for a whole copy see db backup.
With -f csv a row a fact, for spreadsheets and statistics.

  concord db export -o articles.jsonl
  concord db export -f csv -o facts.csv
  concord db export | concord ingest - --store other.db
)",
     .run = db_export},
    {.takes = {"doctor", kAlways | flag_rules | flag_store | flag_format | flag_output,
               "human json", std::nullopt},
     .usage = "doctor",
     .summary = "what the program finds on this machine: rules, store, cache, room on the disk",
     .description =
         R"(Changes neither rules nor store. Exit code 4 when the store cannot be used, 2 when the rules cannot.

  concord doctor
)",
     .run = doctor},
    {.takes = {"lsp",
               kAlways | flag_rules | flag_store | flag_against | flag_policy | flag_now,
               {},
               Severity::error},
     .usage = "lsp",
     .summary = "a language server for editors: drafts as they are typed, and rule files",
     .description =
         R"(Speaks the Language Server Protocol 3.17 over standard input and output; an editor starts it. Drafts
(Markdown, HTML, plain text) are held against the sources of --against, of `against` in the concord.yaml of the
folder that is open, or of the editor's initializationOptions {"against": [...], "store", "rules", "policy"};
where none are named, against their story in the store.
Rule files (YAML with the key factrules) are linted, completed and explained. Exit code 0 after shutdown and
exit, 1 when the editor goes away without them.

  concord lsp
  concord lsp --against wire/ --rules house-rules/
)",
     .run = language_server},
    {.takes = {"rules lint",
               kAlways | flag_rules | flag_fix | flag_now | flag_format | flag_output |
                   flag_fail_on,
               "human short json jsonl", Severity::error},
     .usage = "rules lint [PATH] [--fix]",
     .summary = "what is wrong or unwise in the rules",
     .description =
         R"(Checks the rules and stories of --rules, or a file or folder of them beside the rest. Exit code 1 on
errors, or from --fail-on's level.
--fix first mends what is safe to mend: tabs, phrases that YAML takes for something else, comments that
silence nothing. Changes whose `until` lies before --now (today) are told of.

  concord rules lint
  concord rules lint my-rules/ --fail-on warning
  concord rules lint my-rules/ --fix
)",
     .run = rules_lint},
    {.takes = {"rules test",
               kAlways | flag_rules | flag_only | flag_output | flag_verbose,
               {},
               Severity::error},
     .usage = "rules test [--only NAME]",
     .summary = "run the examples that rules carry; list phrases no example reaches",
     .description =
         R"(Exit code 1 if any example does not come out as written. -q leaves out the phrases not reached.

  concord rules test
  concord rules test --only deaths
)",
     .run = rules_test},
    {.takes = {"rules coverage",
               kAlways | flag_rules | flag_only | flag_min | flag_format | flag_output |
                   flag_verbose,
               "human json", Severity::error},
     .usage = "rules coverage [--only NAME] [--min PERCENT]",
     .summary = "which phrases, branches, list entries and verdicts no example reaches",
     .description =
         R"(Runs the examples and says what they leave untried. --min counts phrases, unless lines, context lines
and verdicts of checks; branches of alternations and list entries are for information. -q prints the sums only.

  concord rules coverage
  concord rules coverage --only deaths
  concord rules coverage --min 100 -q
)",
     .run = rules_coverage},
    {.takes = {"rules explain",
               kAlways | flag_rules | flag_why_not | flag_input_format | flag_format | flag_output |
                   flag_verbose,
               "human json", std::nullopt},
     .usage = "rules explain \"SENTENCE\"|FILE [--why-not FACT]",
     .summary = "which words each phrase took, what was set aside, what nearly matched",
     .description =
         R"(Shows every fact of a sentence or file with the words that each item of its phrase took, and the
candidates that were set aside. --why-not looks for the smallest change of a phrase with which it would match.

  concord rules explain "The blast killed at least 12 people."
  concord rules explain "The blast ended 12 lives." --why-not deaths
)",
     .run = rules_explain},
    {.takes = {"rules sample", kAlways | flag_rules | flag_fact | flag_format | flag_output,
               "human json", std::nullopt},
     .usage = "rules sample PHRASE|FILE:LINE [--fact FACT]",
     .summary = "sentences that a phrase accepts, and how many there are",
     .description =
         R"(Prints up to 20 of the sentences that a phrase accepts, each tried on the program itself. Gaps are left
empty, slots and lists get an example. FILE:LINE means a phrase of the rules.

  concord rules sample '{n} [<who>] (killed|slain)'
  concord rules sample business/layoffs.yaml:15
)",
     .run = rules_sample},
    {.takes = {"rules try",
               kAlways | flag_rules | flag_fact | flag_input_format | flag_jobs | flag_format |
                   flag_output,
               "human short json jsonl", std::nullopt},
     .usage = "rules try PHRASE|FILE:LINE PATH... [--fact FACT]",
     .summary = "where a phrase matches in articles, before it becomes a rule",
     .description =
         R"(Prints every match of one phrase in the articles, with its line. Other rules, unless lines and contexts
do not matter here.

  concord rules try 'close~ {n} schools' wire/
  concord rules try 'fined {n}' archive.jsonl --fact fine -f short
)",
     .run = rules_try},
    {.takes = {"rules diff",
               kAlways | flag_input_format | flag_jobs | flag_format | flag_output | flag_fail_on,
               "human short json jsonl", std::nullopt},
     .usage = "rules diff OLD NEW PATH...",
     .summary = "facts gained, lost and changed between two folders of rules",
     .description =
         R"(Reads the articles with the rules of two folders and prints each fact that only one of them finds, or
that they find with another figure, mode, event or source. --fail-on note makes any difference exit 1.

  concord rules diff rules/ my-rules/ corpus/
)",
     .run = rules_diff},
    {.takes = {"rules bench",
               kAlways | flag_rules | flag_input_format | flag_most | flag_format | flag_output |
                   flag_verbose,
               "human json", Severity::error},
     .usage = "rules bench PATH... [--max-us NUMBER]",
     .summary = "what each phrase costs on articles: candidates, survivors, matches, time",
     .description =
         R"(For each phrase: the sentences that hold a word of its anchor (candidates), those that hold all it
requires (survivors), its matches and the time spent; the dearest 20 and what would make them cheaper.

  concord rules bench corpus/
  concord rules bench archive.jsonl --max-us 0.5
)",
     .run = rules_bench},
    {.takes = {"rules tune",
               kAlways | flag_rules | flag_wrong | flag_right | flag_output | flag_verbose,
               {},
               Severity::error},
     .usage = "rules tune FACT --wrong FILE --right FILE",
     .summary = "an unless line that removes all wrong sentences and no right one",
     .description =
         R"(Reads sentences, one a line, in which the fact is found and must not be (--wrong) or must be (--right),
and proposes lines for `unless:`, tried on the program itself. Exits with 1 when there are none.

  concord rules tune deaths --wrong wrong.txt --right right.txt
)",
     .run = rules_tune},
    {.takes = {"rules doc", kAlways | flag_rules | flag_output | flag_verbose, {}, std::nullopt},
     .usage = "rules doc [PACK]",
     .summary = "a handbook of a pack for editors, one HTML page",
     .description =
         R"(Facts with how they are compared, their phrases each with a sentence, examples, checks. The page needs
no network and no other file.

  concord rules doc disasters -o disasters.html
)",
     .run = rules_doc},
    {.takes = {"rules fmt", kAlways | flag_rules | flag_check | flag_output, {}, Severity::error},
     .usage = "rules fmt [PATH...] [--check]",
     .summary = "put rule files into their one form; comments stay",
     .description =
         R"(Two spaces a level, keys with spaces (stale after), phrases without needless blanks, one blank line
between sections. A file that cannot be read, or whose meaning would change, is left as it is.
--check changes nothing and exits with 1 when a file is not in this form.

  concord rules fmt
  concord rules fmt my-rules/ --check
)",
     .run = rules_fmt},
    {.takes = {"rules new", kAlways | flag_rules | flag_output, {}, std::nullopt},
     .usage = "rules new PACK/FACT",
     .summary = "a new rule that works: one phrase, an example, a counter-example",
     .description =
         R"(Writes the file PACK/FACT.yaml into the folder of rules, a draft to be changed by hand.

  concord rules new disasters/schools_closed
)",
     .run = rules_new},
    {.takes = {"rules lsp",
               kAlways | flag_rules | flag_store | flag_against | flag_policy | flag_now,
               {},
               Severity::error},
     .usage = "rules lsp",
     .summary = "the same as `concord lsp`",
     .description = R"(See concord lsp --help.

  concord rules lsp --rules house-rules/
)",
     .run = language_server},
    {.takes = {"rules schema", kAlways | flag_output, {}, std::nullopt},
     .usage = "rules schema",
     .summary = "the JSON Schema of rule files, for editors",
     .description =
         R"(Editors that read the first line of a rule file (# yaml-language-server: $schema=...) complete and check
its keys with it.

  concord rules schema -o rules/rules.schema.json
)",
     .run = rules_schema},
};

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

bool take_inputs(Session& session, pipeline::Options& options) {
  if (!options.inputs.empty()) {
    return true;
  }
  if (isatty(session.machine().input) != 0) {
    session.refuse(usage_error("no input named", "name files or folders, or - for standard input"));
    return false;
  }
  options.inputs = {"-"};
  return true;
}

}  // namespace concord::cli
