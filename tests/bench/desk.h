#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace concord::bench {

/// The incoming articles of a desk as JSON Lines, one call of `write` each: `articles` of them,
/// about 3 KB each, 2000 a day from 40 outlets, in order of publication.  About eight tell of one
/// event: an attack, a fire, a crash or a flood, with a toll that rises over two days; one in ten
/// is another outlet's text, word for word.  The rest of each text is generated news (generate.h).
/// The same seed gives the same bytes; the first articles do not depend on how many are asked for.
void generate_desk(std::uint64_t seed, std::size_t articles,
                   const std::function<void(std::string_view line)>& write);

}  // namespace concord::bench
