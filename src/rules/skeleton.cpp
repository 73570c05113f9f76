#include <algorithm>
#include <string>

#include "rules/rules.h"

namespace concord::rules {

std::string skeleton(std::string_view pack, std::string_view name, std::size_t depth) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  std::string up;
  for (std::size_t i = 0; i < depth; ++i) {
    up += "../";
  }
  const std::string fact(name);
  return "# yaml-language-server: $schema=" + up +
         "rules.schema.json\n"
         "factrules: 1\n"
         "pack: " +
         std::string(pack) +
         "\n"
         "version: 1.0.0\n"
         "owner: desk\n"
         "status: draft               # stable when its examples say all you know\n"
         "\n"
         "facts:\n"
         "  " +
         fact +
         ":\n"
         "    describe: How many " +
         words +
         "\n"
         "    value: count\n"
         "    # One phrase a line, {n} where the number stands; paste a sentence of an article.\n"
         "    find: |\n"
         "      {n} " +
         words +
         "\n"
         "    # Sentences with the same words that mean something else go below `unless: |`.\n"
         "    compare:\n"
         "      agree: ranges overlap\n"
         "      trend: free\n"
         "      stale after: 24 hours\n"
         "      severity: note\n"
         "    say: \"{source} has {n} " +
         words +
         "; {other} has {other.n}\"\n"
         "    examples:\n"
         "      - text: The report counts at least 12 " +
         words +
         ".\n"
         "        get: at least 12\n"
         "      - text: The report says nothing about " +
         words +
         ".\n"
         "        get: nothing\n";
}

}  // namespace concord::rules
