#pragma once

#include <string>
#include <string_view>

namespace concord::compare {

/// What tells one incident of a round-up from the next in its sentence: the block of a street
/// ("1200 block"), else the time of day as it is written ("4:15 p.m."); empty without either.
/// Sentences of one article that name different spots count different people.
std::string spot_of(std::string_view sentence);

}  // namespace concord::compare
