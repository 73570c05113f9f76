#pragma once

#include <vector>

#include "extract/bind.h"

namespace concord::extract {

/// True if an `unless` match sets a match aside: they overlap, and the unless line says something
/// the match does not (one of its literal words is not a literal word of the match).
bool sets_aside(const Match& unless, const Match& match);

/// Settles which candidates stand, by the published order (RULES.md section 5): more literal words,
/// fewer marks looked through, longer span, further left, earlier in the file.  One number feeds
/// one fact once, several facts unless they are exclusive; two figures of a fact do not share a
/// literal word
/// ("60 killed, 145 wounded" has one figure of the killed).  Candidates set aside are left alone.
/// Keeps the order of those that stand.
void settle(const Program& program, const std::vector<Match>& matches,
            std::vector<Candidate>& candidates);

/// True if one of two rules says that they share no number.
bool are_exclusive(const Program& program, std::uint32_t left, std::uint32_t right);

/// True if of two exclusive facts one belongs to a kind of event, so that the story decides: those
/// held over an attack are not those arrested at a march.
bool is_settled_by_story(const Program& program, std::uint32_t left, std::uint32_t right);

}  // namespace concord::extract
