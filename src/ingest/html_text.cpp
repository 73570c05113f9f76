#include "ingest/html_text.h"

#include <algorithm>
#include <utility>

#include "ingest/fields.h"
#include "ingest/html_scan.h"

namespace concord::ingest {
namespace {

constexpr std::string_view kBlanks{" \n\t\r\f\0", 6};

}  // namespace

void HtmlText::append(std::string_view piece, std::uint32_t file) {
  std::size_t at = 0;
  while (at < piece.size()) {
    const std::size_t mark = std::min(piece.find('&', at), piece.size());
    append_plain(piece.substr(at, mark - at), file + static_cast<std::uint32_t>(at));
    if (mark == piece.size()) {
      return;
    }
    std::string words;
    at = append_reference(piece, mark, words);
    const auto begin = file + static_cast<std::uint32_t>(mark);
    const auto size = static_cast<std::uint32_t>(at - mark);
    if (words.size() == 1 && kBlanks.find(words[0]) != std::string_view::npos) {
      append_blank(begin, size);
    } else {
      append_words(words, begin, size);
    }
  }
}

void HtmlText::append_plain(std::string_view run, std::uint32_t file) {
  std::size_t at = 0;
  while (at < run.size()) {
    const std::size_t word_end = std::min(run.find_first_of(kBlanks, at), run.size());
    const auto begin = file + static_cast<std::uint32_t>(at);
    append_words(run.substr(at, word_end - at), begin, static_cast<std::uint32_t>(word_end - at));
    at = std::min(run.find_first_not_of(kBlanks, word_end), run.size());
    if (at > word_end) {
      append_blank(file + static_cast<std::uint32_t>(word_end),
                   static_cast<std::uint32_t>(at - word_end));
    }
  }
}

void HtmlText::append_words(std::string_view words, std::uint32_t file, std::uint32_t file_size) {
  if (words.empty()) {
    return;
  }
  const auto text = static_cast<std::uint32_t>(text_.size());
  const auto size = static_cast<std::uint32_t>(words.size());
  text_ += words;
  Stretch* last = stretches_.empty() ? nullptr : &stretches_.back();
  const bool goes_on = last != nullptr && last->text + last->text_size == text &&
                       last->file + last->file_size == file && last->text_size == last->file_size &&
                       size == file_size;
  if (goes_on) {
    last->text_size += size;
    last->file_size += size;
  } else {
    stretches_.push_back({text, file, size, file_size});
  }
}

void HtmlText::append_blank(std::uint32_t file, std::uint32_t file_size) {
  if (!text_.empty() && text_.back() != ' ') {
    append_words(" ", file, file_size);
  }
}

HtmlText HtmlText::take() {
  HtmlText taken = std::exchange(*this, {});
  const std::string_view kept = trim(taken.text_);
  const auto begin =
      static_cast<std::uint32_t>(kept.empty() ? 0 : kept.data() - taken.text_.data());
  const auto end = begin + static_cast<std::uint32_t>(kept.size());
  std::erase_if(taken.stretches_, [&](const Stretch& stretch) {
    return stretch.text + stretch.text_size <= begin || stretch.text >= end;
  });
  for (Stretch& stretch : taken.stretches_) {
    const std::uint32_t cut = begin - std::min(begin, stretch.text);
    const std::uint32_t over =
        stretch.text + stretch.text_size - std::min(end, stretch.text + stretch.text_size);
    const bool linear = stretch.text_size == stretch.file_size;
    stretch.text += cut;
    stretch.file += linear ? cut : 0;
    stretch.text_size -= cut + over;
    stretch.file_size -= linear ? cut + over : 0;
    stretch.text -= begin;
  }
  taken.text_ = std::string(kept);
  return taken;
}

void add_stretches(const std::vector<Stretch>& stretches, std::size_t offset,
                   std::vector<Stretch>& all) {
  for (Stretch stretch : stretches) {
    stretch.text += static_cast<std::uint32_t>(offset);
    all.push_back(stretch);
  }
}

}  // namespace concord::ingest
