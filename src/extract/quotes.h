#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/attribution.h"
#include "extract/views.h"
#include "model/fact.h"

namespace concord::extract {

/// The quotations of one document and who speaks them.
class Quotations {
 public:
  Quotations(Views& views, Attributions& attributions);

  /// The speaker of a quotation of TokenizedText::quotes: the saying right after or right before
  /// it, one in its sentence, the speaker of a quotation that it continues, or the one who spoke
  /// last.
  const std::optional<Attributions::Speaker>& speaker(std::uint32_t quote);

  /// A fact of `rule` for each quotation of at least four words; one split around its cue ("...," X
  /// said,
  /// "...") or taken up again in the next paragraph is one.  Key: the speaker's last name or body.
  void facts(RuleId rule, std::vector<Fact>& out);

 private:
  struct Place {
    TokenRange tokens;        // inside the marks
    std::uint32_t first = 0;  // sentence of the first token
    std::uint32_t last = 0;   // and of the last
    std::uint32_t words = 0;
    bool joined = false;  // goes on with the quotation before it
    bool known = false;
    std::optional<Attributions::Speaker> speaker;
  };

  void place(std::uint32_t quote);
  bool continues(std::uint32_t quote);
  bool is_split(std::uint32_t quote);
  bool is_taken_up(std::uint32_t quote) const;
  std::uint32_t paragraph_of(std::uint32_t sentence) const;
  std::optional<Attributions::Speaker> find(std::uint32_t quote);
  std::optional<Attributions::Speaker> beside(std::uint32_t quote);
  std::optional<Attributions::Speaker> inherited(std::uint32_t quote);

  Views& views_;
  Attributions& attributions_;
  const TokenizedText& tokens_;
  std::vector<Place> places_;
};

}  // namespace concord::extract
