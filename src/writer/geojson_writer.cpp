// SPDX-License-Identifier: MIT
#include "writer/geojson_writer.hpp"

#include "core/error.hpp"
#include "writer/draft_text.hpp"
#include "writer/geojson_text.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace incidentmap {
namespace {

constexpr std::size_t batch_size = 256;
constexpr std::size_t most_waiting = 8;

using Batch = std::vector<LaidFeature>;

/// One layer's file.
struct LayerFile {
    LayerFile(LayerId layer, const std::filesystem::path& path, const std::string& build_id,
              const std::vector<std::string>& further_headers)
        : text{layer, further_headers}, draft{path} {
        draft.buffer() = text.head(build_id);
    }

    void add(const Feature& feature) {
        text.append(draft.buffer(), feature, count == 0);
        ++count;
        draft.flush_if_full();
    }

    void finish() {
        draft.buffer() += GeoJsonText::tail;
        draft.close();
        // Each feature follows a line feed, and so does the tail, which has one more.
        const auto lines = count_lines(draft.path(), GeoJsonText::tail);
        if (lines != count + 2) {
            throw Error{"cannot write " + draft.path().string() + ": it does not hold the " + std::to_string(count) +
                        " features that were written"};
        }
    }

    GeoJsonText text;
    DraftText draft;
    std::int64_t count = 0;
};

}  // namespace

struct GeoJsonWriter::State {
    std::string build_id;
    std::vector<std::string> further_headers;
    // A file is made by the caller before the first batch that needs it is handed over, and touched by the thread
    // alone from then on.
    std::array<std::unique_ptr<LayerFile>, layer_count> files;
    Batch filling;

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::unique_ptr<Batch>> waiting;
    bool is_ended = false;
    bool is_abandoned = false;
    std::exception_ptr failure;
    std::thread thread;

    void hand_over();
    void end(bool abandon);
    void join();
    std::unique_ptr<Batch> next();
    void work();
};

void GeoJsonWriter::State::hand_over() {
    auto batch = std::make_unique<Batch>(std::move(filling));
    filling = Batch{};
    filling.reserve(batch_size);
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return waiting.size() < most_waiting || failure; });
    if (failure) std::rethrow_exception(failure);
    waiting.push_back(std::move(batch));
    changed.notify_all();
}

void GeoJsonWriter::State::end(bool abandon) {
    const std::lock_guard lock(mutex);
    is_ended = true;
    is_abandoned = abandon;
    changed.notify_all();
}

void GeoJsonWriter::State::join() {
    if (thread.joinable()) thread.join();
}

/// Null at the end.
std::unique_ptr<Batch> GeoJsonWriter::State::next() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return !waiting.empty() || is_ended; });
    if (is_abandoned || waiting.empty()) return nullptr;
    auto batch = std::move(waiting.front());
    waiting.pop_front();
    changed.notify_all();
    return batch;
}

void GeoJsonWriter::State::work() {
    try {
        while (const auto batch = next()) {
            for (const LaidFeature& laid : *batch) files[index_of(laid.layer)]->add(laid.feature);
        }
        {
            const std::lock_guard lock(mutex);
            if (is_abandoned) return;
        }
        for (const auto& file : files) {
            if (file) file->finish();
        }
    } catch (...) {
        const std::lock_guard lock(mutex);
        failure = std::current_exception();
        waiting.clear();
        changed.notify_all();
    }
}

GeoJsonWriter::GeoJsonWriter(std::string build_id, std::vector<std::string> further_headers)
    : m_state{std::make_unique<State>()} {
    m_state->build_id = std::move(build_id);
    m_state->further_headers = std::move(further_headers);
    m_state->thread = std::thread([state = m_state.get()] { state->work(); });
}

GeoJsonWriter::~GeoJsonWriter() {
    m_state->end(true);
    m_state->join();
}

void GeoJsonWriter::open(LayerId layer, const std::filesystem::path& path) {
    m_state->files[index_of(layer)] =
        std::make_unique<LayerFile>(layer, path, m_state->build_id, m_state->further_headers);
}

void GeoJsonWriter::add(LayerId layer, Feature&& feature) {
    m_state->filling.push_back({layer, std::move(feature)});
    if (m_state->filling.size() >= batch_size) m_state->hand_over();
}

void GeoJsonWriter::begin_finish() {
    if (!m_state->filling.empty()) m_state->hand_over();
    m_state->end(false);
}

void GeoJsonWriter::finish() {
    begin_finish();
    m_state->join();
    if (m_state->failure) std::rethrow_exception(m_state->failure);
}

}  // namespace incidentmap
