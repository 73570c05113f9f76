#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "base/timestamp.h"
#include "model/document.h"
#include "model/rule.h"

namespace concord::pipeline {

// Comments in a draft that set diagnostics aside (HTML, Markdown and plain text alike):
//
//     <!-- concord: ignore CODE[, CODE]... [until TIME] because REASON -->
//
//     ignore            the paragraph it stands in, or the next if nothing stands before it
//     ignore-next-line  the next line with words
//     ignore-file       the whole draft
//
// A CODE is that of a diagnostic ("deaths/behind"), its fact ("deaths"), its detail ("behind"), the
// name of a check, or "all".  TIME is ISO 8601.

enum class Reach : std::uint8_t { paragraph, next_line, file };

/// One such comment.
struct IgnoreComment {
  Span place;  // in the text given
  Reach reach = Reach::paragraph;
  std::vector<std::string> codes;
  std::string reason;
  std::string until;  // as written; empty: for good
  std::string fault;  // what is wrong with it: then nothing else holds
};

/// The comments of a text, in order.
std::vector<IgnoreComment> ignore_comments(std::string_view text);

/// Marks the diagnostics of the draft that its comments set aside, and adds notes on comments that
/// set nothing aside, have run out or cannot be read (codes "ignore/unused", "ignore/expired",
/// "ignore/unknown_code", "ignore/unreadable").  Diagnostics stay in the order of the text.
void apply_comments(const Document& draft, const RuleSet& rules, Timestamp clock,
                    Diagnostics& diagnostics);

}  // namespace concord::pipeline
