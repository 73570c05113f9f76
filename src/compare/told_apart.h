#pragma once

#include "compare/claims.h"
#include "model/fact.h"

namespace concord::compare {

/// How surely the words of one document's text say that two of its figures are of two matters.
enum class Apart { no, maybe, yes };

/// `yes` where they are of two events, days or things ("a second boat"), or count all and some of
/// them ("ten seriously"); `maybe` where their sentences only name different places, which may lie
/// in each other.  REQUIRES: facts of one document.
Apart told_apart(const Inputs& inputs, const Fact& first, const Fact& second);

/// True if the sentence of the fact tells of others who were hit: a crowd, a second vehicle, people
/// on the ground.  Their dead need not have been aboard.
bool tells_of_others_hit(const Inputs& inputs, const Fact& fact);

}  // namespace concord::compare
