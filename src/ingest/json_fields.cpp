#include "ingest/json_fields.h"

#include <utility>

namespace concord::ingest {

std::string_view string_field(const simdjson::dom::object& object, std::string_view name) {
  std::string_view text;
  const bool found = object[name].get(text) == simdjson::SUCCESS;
  return found ? text : std::string_view();
}

Result<simdjson::dom::object> read_object(simdjson::dom::parser& parser, std::string_view line,
                                          std::string_view help) {
  simdjson::dom::element root;
  if (const auto error = parser.parse(line.data(), line.size()).get(root);
      error != simdjson::SUCCESS) {
    return line_refused("D106", std::string("bad JSON: ") + simdjson::error_message(error),
                        std::string(help));
  }
  simdjson::dom::object object;
  if (root.get(object) != simdjson::SUCCESS) {
    return line_refused("D106", "expected a JSON object on each line", std::string(help));
  }
  return object;
}

tl::unexpected<Diagnostic> line_refused(std::string code, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return failure(std::move(diagnostic));
}

}  // namespace concord::ingest
