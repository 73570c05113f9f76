// A file read block by block gives the documents that it gives as a whole.
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>

#include "read.h"

namespace concord::ingest {
namespace {

/// A file of its own, gone with the test.
class File {
 public:
  File(const std::string& ending, const std::string& bytes)
      : path_(testing::TempDir() + "concord_block_" + std::to_string(getpid()) + ending) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~File() { (void)unlink(path_.c_str()); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Read {
  Outcome outcome;
  std::size_t blocks = 0;
  std::size_t largest = 0;
};

Read read_by_blocks(const std::string& path, const Options& options = {}) {
  Read read;
  BlockReader reader(path, options);
  while (auto block = reader.next(read.outcome.diagnostics)) {
    ++read.blocks;
    read.largest = std::max(read.largest, block->bytes.size());
    for (Document& document : read_block(std::move(*block), options, read.outcome.diagnostics)) {
      read.outcome.documents.push_back(std::move(document));
    }
  }
  return read;
}

std::string line(int number, std::size_t size) {
  return R"({"id":"d)" + std::to_string(number) + R"(","text":")" + std::string(size, 'x') + "\"}";
}

std::string lines(int count, const std::string& end) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += line(i, 3000) + end;
  }
  return text;
}

TEST(Blocks, GiveWhatTheWholeFileGives) {
  const std::string bad = lines(400, "\n") + "no JSON\n" + lines(1, "\n") + "\xff" + lines(1, "\n");
  const std::string texts[] = {
      lines(1000, "\n"),
      lines(1000, "\r\n"),
      lines(1000, "\n\n"),
      lines(999, "\n") + line(999, 10),
      "\xEF\xBB\xBF" + lines(3, "\n"),
      bad,
      line(1, 5'000'000) + "\n" + line(2, 5),
  };
  for (const std::string& text : texts) {
    SCOPED_TRACE(text.substr(0, 40) + " " + std::to_string(text.size()));
    const File file(".jsonl", text);
    const Read read = read_by_blocks(file.path());
    Outcome whole;
    whole.documents = read_documents({file.path()}, {}, whole.diagnostics);
    ASSERT_EQ(read.outcome.documents.size(), whole.documents.size());
    for (std::size_t i = 0; i < whole.documents.size(); ++i) {
      EXPECT_EQ(read.outcome.documents[i].text, whole.documents[i].text);
      EXPECT_EQ(read.outcome.documents[i].first_line, whole.documents[i].first_line);
    }
  }
}

TEST(Blocks, AreSmallWhateverTheFile) {
  const File file(".jsonl", lines(3000, "\n"));
  const Read read = read_by_blocks(file.path());
  EXPECT_GE(read.blocks, 8U);
  EXPECT_LE(read.largest, (1U << 20U) + 4000) << "a block and a line";
}

TEST(Blocks, TellTheLineOfTheFile) {
  const File file(".jsonl", lines(900, "\n") + "no JSON\n" + lines(1, "\n"));
  const Read read = read_by_blocks(file.path());
  ASSERT_EQ(read.outcome.codes(), "D106");
  EXPECT_EQ(read.outcome.diagnostics[0].where.line, 901U);
}

TEST(Blocks, OneLineMayBeTooLarge) {
  Options options;
  options.largest_file = 2'000'000;
  const File file(".jsonl", lines(800, "\n") + line(1, 3'000'000) + "\n");
  const Read read = read_by_blocks(file.path(), options);
  EXPECT_EQ(read.outcome.codes(), "D104");
  EXPECT_GE(read.outcome.documents.size(), 300U) << "what came before it is read";
}

TEST(Blocks, OtherFormatsAreOneBlock) {
  const File file(".txt", "Two boats sank.\n");
  const Read read = read_by_blocks(file.path());
  EXPECT_EQ(read.blocks, 1U);
  ASSERT_EQ(read.outcome.documents.size(), 1U);
  EXPECT_EQ(read.outcome.documents[0].text, "Two boats sank.\n");
}

TEST(Blocks, WhatCannotBeReadIsTold) {
  EXPECT_EQ(read_by_blocks("no/such/file.txt").outcome.codes(), "D100");
  EXPECT_EQ(read_by_blocks("/").outcome.codes(), "D100");
  const File empty(".jsonl", "");
  EXPECT_EQ(read_by_blocks(empty.path()).outcome.codes(), "D101");
  const File binary(".jsonl", std::string("%PDF-1.7\n\0\0", 11));
  EXPECT_EQ(read_by_blocks(binary.path()).outcome.codes(), "D102");
}

TEST(JsonLines, TakeBackWhatAStoreExports) {
  const Outcome outcome =
      read("a.jsonl",
           R"({"id":"a","text":"# Fire\nTwo died.","stored":{"received":"2030-05-02T20:00:00Z",)"
           R"("path":"wire/a.md","line":7,"in_file":true,"markdown":true,"headline":[2,6]}})"
           "\n"
           R"({"id":"b","text":"Two.","stored":{"headline":[3,400],"line":-1,"markdown":"yes"}})");
  EXPECT_EQ(outcome.codes(), "");
  ASSERT_EQ(outcome.documents.size(), 2U);
  const Document& first = outcome.documents[0];
  EXPECT_EQ(first.path, "wire/a.md");
  EXPECT_EQ(first.first_line, 7U);
  EXPECT_TRUE(first.in_file);
  EXPECT_TRUE(first.markdown);
  EXPECT_EQ(headline(first), "Fire");
  EXPECT_EQ(first.received, parse_iso8601("2030-05-02T20:00:00Z")->utc);
  EXPECT_TRUE(outcome.documents[1].headline.empty());
  EXPECT_FALSE(outcome.documents[1].markdown);
  EXPECT_EQ(outcome.documents[1].received, std::nullopt);
}

}  // namespace
}  // namespace concord::ingest
