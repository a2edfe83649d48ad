// Solves one instance with the network simplex of LEMON, as often as it is told to.
//
// The first argument names the file of the instance: little-endian Int32 numbers: mentees, mentors, the places of every
// mentor, then the scores row by row, -1 for a pair that may not be made. Says on standard output, one JSON object a
// line, that it is ready; then for every line on standard input it solves once and says how long that took and what
// came out. Most pairs first, then the highest total: to leave a mentee alone costs more than all scores together.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <lemon/config.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

using Graph = lemon::StaticDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, long long>;
using Clock = std::chrono::steady_clock;

namespace {

double millisecondsSince(Clock::time_point started) {
  return std::chrono::duration<double, std::milli>(Clock::now() - started).count();
}

std::vector<std::int32_t> readNumbers(const char *path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::vector<std::int32_t> numbers(static_cast<std::size_t>(file.tellg()) / sizeof(std::int32_t));
  file.seekg(0);
  file.read(reinterpret_cast<char *>(numbers.data()),
            static_cast<std::streamsize>(numbers.size() * sizeof(std::int32_t)));
  return numbers;
}

}  // namespace

int main(int count, char **arguments) {
  if (count < 2) return 2;
  const std::vector<std::int32_t> numbers = readNumbers(arguments[1]);
  const int mentees = numbers[0];
  const int mentors = numbers[1];
  const std::int32_t *capacity = numbers.data() + 2;
  const std::int32_t *scores = capacity + mentors;

  // Nodes: mentees, mentors, and the sink, which also takes whoever stays alone.
  const auto started = Clock::now();
  const int sink = mentees + mentors;
  const long long alone = static_cast<long long>(mentees) * 10000 + 1;
  std::vector<std::pair<int, int>> ends;
  std::vector<int> upper;
  std::vector<long long> cost;
  std::vector<std::int32_t> score;
  const auto add = [&](int from, int to, int places, long long price, std::int32_t points) {
    ends.emplace_back(from, to);
    upper.push_back(places);
    cost.push_back(price);
    score.push_back(points);
  };
  for (int i = 0; i < mentees; ++i) {
    const std::int32_t *row = scores + static_cast<std::size_t>(i) * mentors;
    for (int j = 0; j < mentors; ++j)
      if (row[j] >= 0) add(i, mentees + j, 1, -row[j], row[j]);
    add(i, sink, 1, alone, -1);
  }
  for (int j = 0; j < mentors; ++j) add(mentees + j, sink, capacity[j], 0, -1);

  Graph graph;
  graph.build(sink + 1, ends.begin(), ends.end());
  Simplex simplex(graph);
  {
    Graph::ArcMap<int> upperMap(graph);
    Graph::ArcMap<long long> costMap(graph);
    Graph::NodeMap<int> supplyMap(graph, 0);
    // Arcs of a static graph keep the order in which they were given, which is by source.
    for (int arc = 0; arc < graph.arcNum(); ++arc) {
      upperMap[graph.arc(arc)] = upper[arc];
      costMap[graph.arc(arc)] = cost[arc];
    }
    for (int i = 0; i < mentees; ++i) supplyMap[graph.node(i)] = 1;
    supplyMap[graph.node(sink)] = -mentees;
    simplex.upperMap(upperMap).costMap(costMap).supplyMap(supplyMap);
  }
  const double buildMs = millisecondsSince(started);
  std::vector<std::pair<int, int>>().swap(ends);
  std::vector<int>().swap(upper);
  std::vector<long long>().swap(cost);

  std::printf("{\"build_ms\":%.3f,\"version\":\"LEMON %s (g++ %s -O3)\"}\n", buildMs, LEMON_VERSION, __VERSION__);
  std::fflush(stdout);
  for (std::string line; std::getline(std::cin, line);) {
    const std::clock_t cpu = std::clock();
    const auto start = Clock::now();
    const bool optimal = simplex.run() == Simplex::OPTIMAL;
    const double ms = millisecondsSince(start);
    const double cpuMs = 1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    if (!optimal) return 1;
    long long pairs = 0;
    long long total = 0;
    for (int arc = 0; arc < graph.arcNum(); ++arc)
      if (score[arc] >= 0 && simplex.flow(graph.arc(arc)) > 0) {
        ++pairs;
        total += score[arc];
      }
    std::printf("{\"ms\":%.4f,\"cpu_ms\":%.3f,\"pairs\":%lld,\"total\":%lld}\n", ms, cpuMs, pairs, total);
    std::fflush(stdout);
  }
  return 0;
}
