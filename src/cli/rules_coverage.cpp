#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/rule_files.h"

namespace concord::cli {

void rules_coverage(Session& session) {
  const auto engine = session.engine(true);
  if (!engine) {
    return;
  }
  const std::string& only = session.arguments().only;
  const std::vector<Cover> covers = pipeline::cover_rules(*engine, only);
  if (covers.empty()) {
    session.refuse(only.empty() ? usage_error("the rules have nothing to reach", "")
                                : no_such_rule(engine->rules(), only));
    return;
  }
  if (report::lines_reached(covers) < session.arguments().min) {
    session.found(Severity::error);
  }
  session.write(report::coverage_report(covers, engine->rules(),
                                        session.format(report::Format::human), session.style()));
}

}  // namespace concord::cli
