#include "wording/names.h"

#include <cstddef>
#include <iterator>

namespace concord::wording {
namespace {

constexpr std::string_view kRelations[] = {"agreement", "update", "discrepancy", "uncorroborated",
                                           "gap"};
constexpr std::string_view kDetails[] = {
    "same",       "equivalent", "compatible", "narrower",   "rise",          "fall",
    "revised",    "conflict",   "undirected", "stale",      "against_trend", "internal",
    "arithmetic", "wording",    "one_source", "one_origin", "none"};
constexpr std::string_view kModes[] = {"stated", "possible", "projected", "denied", "corrected"};
constexpr std::string_view kRoles[] = {"main", "other", "unsure"};
constexpr std::string_view kParts[] = {"headline", "lead", "body", "caption", "teaser"};
constexpr std::string_view kSeverities[] = {"note", "warning", "error"};
constexpr std::string_view kHedges[] = {
    "exact",    "rounded",   "about",   "just_under", "just_over", "more_than", "well_over",
    "at_least", "less_than", "at_most", "as_many_as", "between",   "vague",     "none_of"};

static_assert(std::size(kDetails) == static_cast<std::size_t>(Detail::none) + 1);
static_assert(std::size(kHedges) == static_cast<std::size_t>(Hedge::none_of) + 1);

template <class Enum, std::size_t size>
constexpr std::string_view spelled(const std::string_view (&names)[size], Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name_of(Relation relation) {
  return spelled(kRelations, relation);
}
std::string_view name_of(Detail detail) {
  return spelled(kDetails, detail);
}
std::string_view name_of(Mode mode) {
  return spelled(kModes, mode);
}
std::string_view name_of(EventRole role) {
  return spelled(kRoles, role);
}
std::string_view name_of(Part part) {
  return spelled(kParts, part);
}
std::string_view name_of(Severity severity) {
  return spelled(kSeverities, severity);
}
std::string_view name_of(Hedge hedge) {
  return spelled(kHedges, hedge);
}

}  // namespace concord::wording
