// Measures extraction and `concord check` against programs that everyone has, in one run and in
// turns: on a shared machine only such ratios are evidence (never two runs a minute apart).
//
//   concord_bench PROGRAM [RULES-FOLDER [MEGABYTES [ROUNDS]]]
//   concord_bench --passes N RULES      N passes over 1 MB, for callgrind
#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <pcre2.h>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unistd.h>
#include <vector>

#include "generate.h"
#include "measure.h"
#include "pipeline/pipeline.h"
#include "rules/rules.h"

namespace concord::bench {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr std::size_t kCounts[] = {20, 200, 2000};
constexpr std::size_t kCountedBytes = 1'000'000;

/// The words that casualty and disaster rules are looked up by: what a newsroom script greps for.
constexpr std::string_view kLiterals =
    "killed|killing|kills|died|dead|deaths|injured|wounded|missing|arrested|detained|evacuated|"
    "evacuees|destroyed|damaged|displaced|homeless|rescued|stranded|trapped|hospitalized|kidnapped|"
    "hostages|gunmen|attackers|suspects|casualties|fatalities|survivors|victims|toll|burned|acres|"
    "hectares|magnitude|flooded|collapsed|recalled|fined|laid off|jobs|losses|profit|revenue|votes|"
    "ballots|turnout|seats|responsibility|charged";

pipeline::Engine engine_of(std::size_t rules) {
  Diagnostics diagnostics;
  RuleSet set = rules::load_text("bench.yaml", generate_rules(rules), diagnostics);
  pipeline::Engine engine(std::move(set), diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    std::fprintf(stderr, "%s: %s\n", diagnostic.code.c_str(), diagnostic.message.c_str());
  }
  return engine;
}

pipeline::Engine shipped_engine(const std::string& folder) {
  Diagnostics diagnostics;
  return {pipeline::Options{.rules_folder = folder}, diagnostics};
}

std::vector<Document> documents_of(const News& news) {
  std::vector<Document> documents;
  for (const std::string& article : news.articles) {
    Document document;
    document.id = std::to_string(documents.size());
    document.source = "outlet " + std::to_string(documents.size() % 10);
    document.text = article;
    documents.push_back(std::move(document));
  }
  return documents;
}

/// A folder in the system's place for such, gone at the end.
class Scratch {
 public:
  Scratch() : path_(std::filesystem::temp_directory_path() / ("bench" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  Scratch(Scratch&&) = delete;
  Scratch& operator=(Scratch&&) = delete;

  std::string write(const std::string& name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

/// A compiled alternation, counted over a text as a script would.
class Alternation {
 public:
  explicit Alternation(std::string_view words) {
    const std::string pattern = "\\b(?:" + std::string(words) + ")\\b";
    int error = 0;
    std::size_t offset = 0;
    code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                              PCRE2_CASELESS, &error, &offset, nullptr));
    pcre2_jit_compile(code_.get(), PCRE2_JIT_COMPLETE);
    match_.reset(pcre2_match_data_create_from_pattern(code_.get(), nullptr));
  }

  std::size_t count(std::string_view text) const {
    std::size_t matches = 0;
    const auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data());
    std::size_t from = 0;
    while (pcre2_jit_match(code_.get(), subject, text.size(), from, 0, match_.get(), nullptr) > 0) {
      from = pcre2_get_ovector_pointer(match_.get())[1];
      ++matches;
    }
    return matches;
  }

 private:
  struct Free {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  };
  std::unique_ptr<pcre2_code, Free> code_;
  std::unique_ptr<pcre2_match_data, Free> match_;
};

/// Planted facts that came back with their document, rule and number.
std::size_t found_again(const News& news, const pipeline::Engine& engine,
                        const std::vector<Fact>& facts) {
  std::map<std::tuple<std::size_t, std::string, std::int64_t>, std::size_t> found;
  for (const Fact& fact : facts) {
    const auto* quantity = std::get_if<Quantity>(&fact.value);
    if (quantity != nullptr && quantity->nominal && quantity->nominal->exponent == 0) {
      ++found[{fact.document.index, engine.rules().facts[fact.rule.index].name,
               quantity->nominal->coefficient}];
    }
  }
  std::size_t again = 0;
  for (const Planted& planted : news.planted) {
    auto& left = found[{planted.article, planted.fact, std::int64_t{planted.number}}];
    again += left > 0 ? 1 : 0;
    left -= left > 0 ? 1 : 0;
  }
  return again;
}

/// Instructions of this program under callgrind, or 0 when it did not run.
double instructions(const std::string& self, int passes, const std::string& rules) {
  const std::string text =
      errors_of({"valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", self, "--passes",
                 std::to_string(passes), rules});
  constexpr std::string_view kMark = "Collected : ";
  const std::size_t at = text.find(kMark);
  return at == std::string::npos ? 0 : std::strtod(text.c_str() + at + kMark.size(), nullptr);
}

struct Contender {
  std::string name;
  std::string rules;  // for callgrind: a count or a folder; empty for the others
  std::function<double()> run;
  std::vector<double> seconds;
};

void print_extraction(const std::vector<Contender>& contenders, double megabytes,
                      const std::string& self) {
  const double wc = median(contenders[0].seconds);
  const double pcre = median(contenders[1].seconds);
  std::printf("%-28s %9s %9s %9s %12s\n", "", "MB/s", "x wc -w", "x PCRE2", "instr/byte");
  for (const Contender& contender : contenders) {
    const double seconds = median(contender.seconds);
    std::printf("%-28s %9.1f %9.2f %9.2f", contender.name.c_str(), megabytes / seconds,
                wc / seconds, pcre / seconds);
    if (!contender.rules.empty()) {
      const double once = instructions(self, 1, contender.rules);
      const double twice = once > 0 ? instructions(self, 2, contender.rules) : 0;
      std::printf(" %12.1f", twice > once ? (twice - once) / double{kCountedBytes} : 0.0);
    }
    std::printf("\n");
    std::fflush(stdout);
  }
}

/// REQUIRES: both outlive the contender.
Contender extraction(const std::string& name, const std::string& rules,
                     const std::vector<Document>& documents, const pipeline::Engine& engine) {
  return {name,
          rules,
          [&] { return seconds_of([&] { pipeline::facts_of(engine, documents, 1); }); },
          {}};
}

void bench_extraction(const std::string& self, const std::string& rules_folder,
                      std::size_t megabytes, int rounds) {
  const News news = generate_news(kSeed, megabytes * 1'000'000);
  std::string all;
  for (const std::string& article : news.articles) {
    all += article;
  }
  const double size = static_cast<double>(all.size()) / 1e6;
  const std::vector<Document> documents = documents_of(news);
  const Scratch scratch;
  const std::string file = scratch.write("news.txt", all);
  const Alternation alternation(kLiterals);

  std::vector<Contender> contenders = {
      {"wc -w, whole process",
       "",
       [&] {
         const auto cost = run_process({"wc", "-w", file});
         return cost ? cost->seconds : 1e9;
       },
       {}},
      {"PCRE2-JIT, 50 words", "", [&] { return seconds_of([&] { alternation.count(all); }); }, {}},
  };
  std::vector<pipeline::Engine> engines;
  engines.reserve(std::size(kCounts) + 1);
  for (const std::size_t count : kCounts) {
    engines.push_back(engine_of(count));
    contenders.push_back(extraction("extract, " + std::to_string(count) + " rules",
                                    std::to_string(count), documents, engines.back()));
  }
  engines.push_back(shipped_engine(rules_folder));
  const std::size_t shipped = engines.back().rules().facts.size();
  contenders.push_back(extraction("extract, " + std::to_string(shipped) + " shipped rules",
                                  rules_folder, documents, engines.back()));

  for (int round = 0; round < rounds; ++round) {
    for (Contender& contender : contenders) {
      contender.seconds.push_back(contender.run());
    }
  }
  std::printf("Extraction, one core, %.1f MB of generated news, %zu articles, medians of %d\n",
              size, news.articles.size(), rounds);
  print_extraction(contenders, size, self);
  std::printf("planted facts found again: %zu of %zu\n\n",
              found_again(news, engines.front(), pipeline::facts_of(engines.front(), documents, 1)),
              news.planted.size());
}

void print_processes(const std::string& name, const std::vector<std::string>& command) {
  std::vector<double> seconds;
  std::vector<double> kibibytes;  // medians: the first run may have to compile the rules
  for (int round = 0; round < 15; ++round) {
    const auto cost = run_process(command);
    if (!cost || cost->exit_code > 1) {
      std::printf("%-40s failed\n", name.c_str());
      return;
    }
    seconds.push_back(cost->seconds);
    kibibytes.push_back(static_cast<double>(cost->peak_kib));
  }
  std::printf("%-40s %6.1f ms %6.1f MiB\n", name.c_str(), median(seconds) * 1e3,
              median(kibibytes) / 1024);
}

void bench_check(const std::string& program, const std::string& rules_folder) {
  const News news = generate_news(kSeed + 1, 40'000);
  const Scratch scratch;
  std::string against;
  for (std::size_t i = 0; i < 10; ++i) {
    against += (i == 0 ? "" : ",") + scratch.write(std::to_string(i) + ".txt", news.articles[i]);
  }
  const std::string draft =
      scratch.write("draft.txt", (news.articles[10] + news.articles[11]).substr(0, 5000));
  std::printf("Whole processes, medians of 15\n");
  print_processes("concord --version", {program, "--version"});
  print_processes("concord check, 5 KB draft, 10 files",
                  {program, "check", draft, "--against", against, "--rules", rules_folder});
}

int count_passes(int passes, const std::string& rules) {
  const News news = generate_news(kSeed, kCountedBytes);
  const std::vector<Document> documents = documents_of(news);
  const bool is_count = rules.find_first_not_of("0123456789") == std::string::npos;
  const pipeline::Engine engine = is_count ? engine_of(std::stoul(rules)) : shipped_engine(rules);
  std::size_t facts = 0;
  for (int pass = 0; pass < passes; ++pass) {
    facts += pipeline::facts_of(engine, documents, 1).size();
  }
  std::printf("%zu facts\n", facts);
  return 0;
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 4 && arguments[1] == "--passes") {
    return count_passes(std::stoi(arguments[2]), arguments[3]);
  }
  if (arguments.size() < 2 || arguments.size() > 5) {
    std::fprintf(stderr, "usage: concord_bench PROGRAM [RULES-FOLDER [MEGABYTES [ROUNDS]]]\n");
    return 2;
  }
  const auto argument = [&](std::size_t at, const char* fallback) {
    return at < arguments.size() ? arguments[at] : std::string(fallback);
  };
  const std::string rules_folder = argument(2, "rules");
  // First, while this process is small: what a child holds at most counts from its parent's size.
  bench_check(arguments[1], rules_folder);
  bench_extraction(arguments[0], rules_folder, std::stoul(argument(3, "20")),
                   std::stoi(argument(4, "5")));
  return 0;
}

}  // namespace
}  // namespace concord::bench

int main(int argc, char** argv) {
  return concord::bench::run({argv, argv + argc});
}
