#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "proofread/checks.h"

namespace concord::proofread {

/// The words of the documents beside a draft, in their order.
using SourceTexts = std::vector<CopyText>;

/// A name of a text.
struct NameAt {
  std::vector<std::string> words;  // folded
  Span place;
  std::size_t begin = 0;  // token
};

/// One spelling of a name, with who writes it so.
struct Spelling {
  NameAt name;  // where it is written first
  std::set<std::string> sources;
  DocumentId document;  // of the first
};
using Spellings = std::map<std::vector<std::string>, Spelling>;  // by words

/// A crime by its name.
struct Crime;

/// What somebody is accused of.
struct Claim {
  std::string whom;             // folded last word of the name
  std::string stem;             // of the verb
  std::set<std::string> words;  // of what it is done to
  Span place;
  DocumentId document;
  const Crime* crime = nullptr;  // where it is told by its name alone
  std::string deed;              // "blamed Norland for the strike": behind what they are said to be
};

/// A long quotation with who is said to have spoken it.
struct Said {
  Span quote;                      // bytes between its marks
  std::vector<std::string> words;  // folded, without marks
  Span name;                       // of who says it
  std::string last;                // their last name
};

/// Every name of the sources.
Spellings spellings_of(const SourceTexts& sources);
/// What the sources tell as accusations, in their order.
std::vector<Claim> claims_of(const SourceTexts& sources);
/// The quotations of a text whose speaker is named beside them.
std::vector<Said> quotations_in(const CopyText& text);

/// All that the checks of a draft ask of the documents beside it.
struct SourceWords::Side {
  Convert convert;  // none: of the sources no values are read
  SourceTexts texts;
  Spellings spellings;
  std::vector<Claim> claims;
  std::vector<std::vector<Said>> quotations;  // of each text
};

/// "Alexei Petrenko", where every source that names him writes Aleksei.
void check_names(const CopyText& draft, const SourceWords::Side& sources, CopyNotes& notes);

/// "Norline ignored two warnings", where the sources have somebody accuse Norline of it.
void check_claims(const CopyText& draft, const SourceWords::Side& sources, CopyNotes& notes);

/// "...", said Jon Falk, where a source, or the draft further up, has Ida Roth say it.
void check_speakers(const CopyText& draft, const SourceWords::Side& sources, CopyNotes& notes);

}  // namespace concord::proofread
