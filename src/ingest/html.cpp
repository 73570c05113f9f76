#include <algorithm>
#include <iterator>
#include <utility>

#include "ingest/complaint.h"
#include "ingest/formats.h"
#include "ingest/html_scan.h"
#include "ingest/html_text.h"

namespace concord::ingest {
namespace {

constexpr std::size_t kDeepest = 400;  // open elements kept track of; deeper ones are plain text

/// What an element means for the text in it.
enum class Role : std::uint8_t {
  inline_text,
  block,
  skipped,
  article,
  main,
  heading,
  paragraph,
  caption,
  item
};

struct Element {
  std::string_view name;
  Role role;
};

constexpr Element kElements[] = {
    {"address", Role::block},    {"article", Role::article},    {"aside", Role::skipped},
    {"blockquote", Role::block}, {"br", Role::block},           {"button", Role::skipped},
    {"dd", Role::item},          {"div", Role::block},          {"dl", Role::block},
    {"dt", Role::item},          {"figcaption", Role::caption}, {"figure", Role::block},
    {"footer", Role::skipped},   {"form", Role::block},         {"h1", Role::heading},
    {"h2", Role::block},         {"h3", Role::block},           {"h4", Role::block},
    {"h5", Role::block},         {"h6", Role::block},           {"head", Role::block},
    {"header", Role::block},     {"hr", Role::block},           {"li", Role::item},
    {"main", Role::main},        {"menu", Role::skipped},       {"nav", Role::skipped},
    {"ol", Role::block},         {"p", Role::paragraph},        {"pre", Role::block},
    {"section", Role::block},    {"select", Role::skipped},     {"table", Role::block},
    {"td", Role::block},         {"template", Role::skipped},   {"th", Role::block},
    {"tr", Role::block},         {"ul", Role::block},
};

Role role_of(std::string_view name) {
  const auto* found = std::lower_bound(
      std::begin(kElements), std::end(kElements), name,
      [](const Element& element, std::string_view key) { return element.name < key; });
  return found != std::end(kElements) && found->name == name ? found->role : Role::inline_text;
}

struct Paragraph {
  HtmlText text;
  Role role = Role::block;
  std::uint32_t article = 0;  // 0 = in none, else the number of the outermost article
  bool in_main = false;
};

/// The string after a key of a JSON text, without parsing it: pages hold broken JSON-LD.
std::string json_string(std::string_view json, std::string_view key) {
  const std::size_t found = json.find(key);
  if (found == std::string_view::npos) {
    return {};
  }
  const std::size_t colon = json.find_first_not_of(" \t\r\n", found + key.size());
  if (colon == std::string_view::npos || json[colon] != ':') {
    return {};
  }
  const std::size_t open = json.find_first_not_of(" \t\r\n", colon + 1);
  if (open == std::string_view::npos || json[open] != '"') {
    return {};
  }
  const std::size_t close = json.find('"', open + 1);
  constexpr std::size_t kLongest = 60;
  return close == std::string_view::npos || close - open > kLongest
             ? std::string()
             : std::string(json.substr(open + 1, close - open - 1));
}

void set_if_empty(std::string& field, std::string value) {
  if (field.empty()) {
    field = std::move(value);
  }
}

/// Reads a page in one pass into paragraphs and fields.
class PageReader {
 public:
  explicit PageReader(std::string_view html) : html_(html), scanner_(html) {}

  void read() {
    for (HtmlPiece piece = scanner_.next(); piece.kind != HtmlPiece::Kind::end;
         piece = scanner_.next()) {
      switch (piece.kind) {
        case HtmlPiece::Kind::text:
          add_text(piece.text);
          break;
        case HtmlPiece::Kind::open:
          open(piece);
          break;
        case HtmlPiece::Kind::close:
          close(lower(piece.name));
          break;
        case HtmlPiece::Kind::end:
          break;
      }
    }
    flush();
  }

  Fields fields() const {
    Fields fields = fields_;
    if (fields.published.empty() && parse_publication(time_)) {
      fields.published = time_;
    }
    fields.title = !heading_.empty()        ? heading_.text()
                   : !social_title_.empty() ? social_title_
                                            : title_.text();
    return fields;
  }

  /// The text of the article, and where it stands.
  std::string body(std::vector<Stretch>& stretches) const;

  /// Of the title, where it stands in the page as a heading.
  const std::vector<Stretch>& title_stretches() const { return heading_.stretches(); }

 private:
  std::uint32_t offset_of(std::string_view piece) const {
    return static_cast<std::uint32_t>(piece.data() - html_.data());
  }

  void add_text(std::string_view text) {
    if (skipped_ == 0) {
      text_.append(text, offset_of(text));
    }
  }

  void open(const HtmlPiece& piece) {
    const std::string name = lower(piece.name);
    if (name == "meta") {
      read_meta(piece.attributes);
    } else if (name == "link" && lower(attribute(piece.attributes, "rel")) == "canonical") {
      set_if_empty(fields_.url, attribute(piece.attributes, "href"));
    } else if (name == "html") {
      fields_.language = lower(attribute(piece.attributes, "lang")).substr(0, 2);
    } else if (name == "title" && title_.empty()) {
      title_.append(piece.text, offset_of(piece.text));
    } else if (name == "script") {
      read_json(piece.text);
    } else if (name == "time") {
      time_ = time_.empty() ? attribute(piece.attributes, "datetime") : time_;
    }
    enter(name);
  }

  void enter(const std::string& name) {
    const Role role = role_of(name);
    if (role == Role::inline_text) {
      return;
    }
    flush();
    if (name == "br" || name == "hr" || open_.size() >= kDeepest) {
      return;
    }
    // A paragraph or item ends where the next begins.
    if (!open_.empty() && open_.back().name == name &&
        (role == Role::paragraph || role == Role::item)) {
      open_.pop_back();
    }
    articles_ += role == Role::article && article_depth_ == 0 ? 1 : 0;
    count(role, +1);
    const auto* found = std::lower_bound(
        std::begin(kElements), std::end(kElements), std::string_view(name),
        [](const Element& element, std::string_view key) { return element.name < key; });
    open_.push_back(*found);
  }

  /// Closes the innermost open element of that name and all inside it; a stray tag only ends a
  /// paragraph.
  void close(const std::string& name) {
    if (role_of(name) == Role::inline_text) {
      return;
    }
    flush();
    const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const Element& e) { return e.name == name; });
    if (found == open_.rend()) {
      return;
    }
    const auto keep = static_cast<std::size_t>(open_.rend() - found) - 1;
    while (open_.size() > keep) {
      count(open_.back().role, -1);
      open_.pop_back();
    }
  }

  void count(Role role, int step) {
    skipped_ += role == Role::skipped ? step : 0;
    article_depth_ += role == Role::article ? step : 0;
    main_depth_ += role == Role::main ? step : 0;
  }

  /// The nearest enclosing role that says what a paragraph is.
  Role enclosing_role() const {
    for (auto element = open_.rbegin(); element != open_.rend() && element - open_.rbegin() < 8;
         ++element) {
      const Role role = element->role;
      if (role == Role::heading || role == Role::caption || role == Role::paragraph ||
          role == Role::item) {
        return role;
      }
    }
    return Role::block;
  }

  void flush() {
    HtmlText text = text_.take();
    if (text.empty()) {
      return;
    }
    const Role role = enclosing_role();
    if (role == Role::heading) {
      // The heading of the article wins over one above it.
      if (heading_.empty() || (article_depth_ > 0 && !heading_in_article_)) {
        heading_ = std::move(text);
        heading_in_article_ = article_depth_ > 0;
      }
      return;
    }
    paragraphs_.push_back(
        {std::move(text), role, article_depth_ > 0 ? articles_ : 0, main_depth_ > 0});
  }

  void read_meta(std::string_view attributes) {
    std::string key = lower(attribute(attributes, "property"));
    key = key.empty() ? lower(attribute(attributes, "name")) : key;
    key = key.empty() ? lower(attribute(attributes, "itemprop")) : key;
    struct Meta {
      std::string_view key;
      std::string Fields::*field;
    };
    static constexpr Meta kMeta[] = {
        {"article:published_time", &Fields::published},
        {"datepublished", &Fields::published},
        {"article:modified_time", &Fields::updated},
        {"datemodified", &Fields::updated},
        {"og:site_name", &Fields::source},
        {"og:url", &Fields::url},
        {"date", &Fields::published},
        {"dc.date", &Fields::published},
    };
    if (key == "og:title") {
      set_if_empty(social_title_, attribute(attributes, "content"));
    }
    for (const Meta& meta : kMeta) {
      if (meta.key == key) {
        set_time_or_text(meta.field, attribute(attributes, "content"));
      }
    }
  }

  /// What a page calls a date is often none: such a one is passed over.
  void set_time_or_text(std::string Fields::*field, std::string value) {
    const bool time = field == &Fields::published || field == &Fields::updated;
    if (!time || parse_publication(value)) {
      set_if_empty(fields_.*field, std::move(value));
    }
  }

  void read_json(std::string_view json) {
    set_time_or_text(&Fields::published, json_string(json, "\"datePublished\""));
    set_time_or_text(&Fields::updated, json_string(json, "\"dateModified\""));
  }

  std::string_view html_;
  HtmlScanner scanner_;
  std::vector<Element> open_;
  HtmlText text_;
  std::vector<Paragraph> paragraphs_;
  HtmlText heading_;
  std::string social_title_;
  HtmlText title_;
  std::string time_;
  Fields fields_;
  std::uint32_t articles_ = 0;
  int skipped_ = 0;
  int article_depth_ = 0;
  int main_depth_ = 0;
  bool heading_in_article_ = false;
};

/// Running text is in p, captions and quotes; list items count when they are sentences.
bool is_kept(const Paragraph& paragraph, bool has_paragraphs) {
  switch (paragraph.role) {
    case Role::paragraph:
    case Role::caption:
      return true;
    case Role::item:
      return paragraph.text.text().size() > 60;
    default:
      return !has_paragraphs || paragraph.text.text().size() > 80;
  }
}

/// The number of the article with the most text in paragraphs; 0 when there is none.
std::uint32_t longest_article(const std::vector<Paragraph>& paragraphs) {
  std::vector<std::size_t> sizes;
  for (const Paragraph& paragraph : paragraphs) {
    sizes.resize(std::max<std::size_t>(sizes.size(), paragraph.article + 1));
    sizes[paragraph.article] += paragraph.article == 0 ? 0 : paragraph.text.text().size();
  }
  const auto largest = std::max_element(sizes.begin(), sizes.end());
  return largest == sizes.end() || *largest == 0
             ? 0
             : static_cast<std::uint32_t>(largest - sizes.begin());
}

std::string PageReader::body(std::vector<Stretch>& stretches) const {
  const std::uint32_t article = longest_article(paragraphs_);
  const bool any_main = std::any_of(paragraphs_.begin(), paragraphs_.end(),
                                    [](const Paragraph& p) { return p.in_main; });
  const auto chosen = [&](const Paragraph& paragraph) {
    return article != 0 ? paragraph.article == article : paragraph.in_main || !any_main;
  };
  const bool has_paragraphs =
      std::any_of(paragraphs_.begin(), paragraphs_.end(), [&](const Paragraph& paragraph) {
        return chosen(paragraph) && paragraph.role == Role::paragraph;
      });
  std::string body;
  for (const Paragraph& paragraph : paragraphs_) {
    if (chosen(paragraph) && is_kept(paragraph, has_paragraphs)) {
      body += body.empty() ? "" : "\n\n";
      add_stretches(paragraph.text.stretches(), body.size(), stretches);
      body += paragraph.text.text();
    }
  }
  return body;
}

}  // namespace

std::vector<Document> read_html(const Input& input, const Options& options,
                                Diagnostics& diagnostics) {
  PageReader page(input.bytes);
  page.read();
  std::vector<Stretch> stretches;
  const std::string body = page.body(stretches);
  if (body.empty()) {
    complain(diagnostics, "D101", input.name + " has no text", whole_file(input.name));
    return {};
  }
  std::vector<Document> documents;
  documents.push_back(
      make_document(input, page.fields(), body, whole_file(input.name), options, diagnostics));
  Document& document = documents.back();
  document.in_file = false;
  if (options.keep_page && !input.changed) {
    document.page = input.bytes;
    if (document.body_begin > 0) {
      document.stretches = page.title_stretches();
    }
    add_stretches(stretches, document.body_begin, document.stretches);
  }
  return documents;
}

}  // namespace concord::ingest
