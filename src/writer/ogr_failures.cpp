// SPDX-License-Identifier: MIT
#include "writer/ogr_failures.hpp"

#include <cpl_error.h>

#include "core/error.hpp"

namespace incidentmap {

struct TakeOgrFailure {
    static void CPL_STDCALL take(CPLErr severity, CPLErrorNum, const char* message) {
        auto* failures = static_cast<OgrFailures*>(CPLGetErrorHandlerUserData());
        if (severity >= CE_Failure && failures->m_first.empty()) failures->m_first = message;
    }
};

OgrFailures::OgrFailures() { CPLPushErrorHandlerEx(&TakeOgrFailure::take, this); }
OgrFailures::~OgrFailures() { CPLPopErrorHandler(); }

void OgrFailures::check(bool is_done, const std::string& what) const {
    if (is_done && m_first.empty()) return;
    throw Error{what + (m_first.empty() ? "" : ": " + m_first)};
}

}  // namespace incidentmap
