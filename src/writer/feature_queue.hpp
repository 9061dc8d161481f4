// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "layer/feature.hpp"

namespace incidentmap {

/// Hands features to writers, each on a thread of its own and each given all of them, in order, in batches,
/// never more than a few batches ahead: so that laying out and writing go on side by side in bounded memory.
/// What goes wrong there is thrown by the next call here.
class FeatureQueue {
  public:
    using Take = std::function<void(const Feature&)>;

    /// \p takes are called on their threads, for one feature after the other.
    explicit FeatureQueue(std::vector<Take> takes);
    /// Stops the threads; what still waits is dropped.
    ~FeatureQueue();
    FeatureQueue(const FeatureQueue&) = delete;
    FeatureQueue& operator=(const FeatureQueue&) = delete;

    /// The batch that the next features go into; valid until the next call here.
    FeatureBatch& rows();

    /// Waits until everything was taken. To be called once; nothing can follow.
    void finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
