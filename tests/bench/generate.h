#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace concord::bench {

/// A fact that the generator wrote into an article on purpose.
struct Planted {
  std::size_t article;
  std::string fact;  // name of a rule of generate_rules
  std::uint32_t number;
};

struct News {
  std::vector<std::string> articles;  // paragraphs parted by blank lines, about 3 KB each
  std::vector<Planted> planted;       // about one for every 2 KB
};

/// News-like English, at least `bytes` of it: about 175 tokens and 10 runs of digits per KB, as
/// measured on news copy, with names and rare words drawn by rank as in real text (Zipf). The same
/// seed gives the same bytes on every machine.
News generate_news(std::uint64_t seed, std::size_t bytes);

/// A rule file of `count` facts, at least 20: first the 20 that speak in generated news, then
/// silent ones, whose anchors are words that generated news never uses.
std::string generate_rules(std::size_t count);

}  // namespace concord::bench
