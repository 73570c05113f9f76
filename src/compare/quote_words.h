#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concord::compare {

/// A quotation in words, of which it keeps the first 400.
struct Wording {
  std::string text;                // as printed
  std::vector<std::string> words;  // folded, without punctuation, "we're" as "we are"
  std::vector<std::string> roots;  // of each word: without its ending
  std::vector<bool> capital;       // of each word: written with a capital letter
  std::vector<bool> small;         // of each word: says nothing by itself ("the", "that", "just")
  std::vector<bool> last;          // of each word: a sentence ends behind it
  std::vector<std::string> stems;  // content words without endings, sorted, each once
  bool elided = false;             // "..." stands for words left out
};

Wording wording_of(std::string_view text);

/// The quotation without what an editor put into it: "at the terminal" of "at the [Marlin grain]
/// terminal" and of "at the (Marlin grain) terminal".
std::string without_insertions(std::string_view text);

/// Hedges ("according to", "preliminary", "about" ...) that stand in `full` and not in `other`, in
/// text order.
std::vector<std::string> lost_hedges(const Wording& full, const Wording& other);

/// Small words of `full` that turn the sense and that `other` does without: "not" where it denies
/// nothing, "may" where it is sure ("will").
std::vector<std::string> lost_turns(const Wording& full, const Wording& other);

/// Phrases with a preposition and a capitalized name ("from the Ukrainian side") whose name `other`
/// does not have after that preposition and that `full` has.
std::vector<std::string> lost_actors(const Wording& full, const Wording& other);

}  // namespace concord::compare
