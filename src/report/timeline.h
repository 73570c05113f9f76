#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/timestamp.h"
#include "report/matrix.h"

namespace concord::report {

/// A plot of one fact over time, worked out: all coordinates are tenths of a pixel written as text,
/// so that no floating point reaches the page.
struct Timeline {
  struct Tick {
    std::string at;
    std::string label;
  };
  enum class Shape : std::uint8_t { exact, floor, ceiling, about };
  struct Point {
    std::string x, y;
    Shape shape = Shape::exact;
    bool provisional = false;
    FactId fact;
    std::string label;  // "≥130"
    std::string when;
  };
  struct Series {
    std::string source;
    std::string path;   // of the step line; empty where there is one figure or none
    std::string hold;   // from the last figure to the end
    double end = 0;     // y of its last figure
    std::string end_y;  // where the source's name stands beside the line; empty: no room
    std::vector<Point> points;
  };
  std::string width, height, left, right, top, bottom;
  std::vector<Tick> times, figures;
  std::vector<Series> series;
  std::string unit;                               // of the figures; empty for bare counts
  std::string zone;                               // of the times: "UTC", "+05:00"
  std::size_t others = 0;                         // sources that are not drawn
  std::string band_top, band_height, band_label;  // the range of now; empty where there is none
  std::string last_night;                         // x; empty: not inside
  bool last_night_at_edge = false;                // no room for words to the right of it
};

/// How large the plot is: a desk's screen or a phone.
struct PlotSize {
  int width = 640;
  int height = 240;
  int left = 56;    // room for figures
  int right = 160;  // room for names; 0: names are told elsewhere
  int time_ticks = 6;
};

/// The row as a plot, or nothing when it has fewer than two numbers at two known times, or its
/// numbers are not of one unit.  At most eight sources, those with the most statements.  Times are
/// those of `clock`, minutes from UTC; without one those of the articles where they share one.
std::optional<Timeline> plot(const Findings& findings, const MatrixRow& row,
                             const std::vector<std::string>& sources,
                             const std::optional<Timestamp>& last_night, const PlotSize& size,
                             const std::optional<int>& clock = std::nullopt);

}  // namespace concord::report
