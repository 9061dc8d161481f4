# SPDX-License-Identifier: MIT
"""A Slurm cluster of one node, of the test's own, gone with it (Debian's slurm-wlm). Root only: munged and the daemons run in
a temporary folder, on ports of their own."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from checks import run


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Cluster:
    """To be used with `with`; `problem` says why it did not come up."""

    def __init__(self, work):
        self.work = work
        self.problem = ""
        self.started = []
        self.environment = {}

    def start(self, *words):
        self.started.append(subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                             stderr=open(self.folder / f"{Path(words[0]).name}.err", "wb"),
                                             env={**os.environ, **self.environment}))

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="incidentmap-slurm-", dir="/tmp"))
        host = socket.gethostname().split(".")[0]
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o600)
        munge = self.folder / "munge.socket"
        (self.folder / "slurm.conf").write_text(
            f"ClusterName=test\nSlurmctldHost={host}(127.0.0.1)\nSlurmUser=root\nSlurmdUser=root\nAuthType=auth/munge\n"
            f"AuthInfo=socket={munge}\nCredType=cred/munge\n"
            f"SlurmctldPort={free_port()}\nSlurmdPort={free_port()}\nStateSaveLocation={self.folder}/state\nSlurmdSpoolDir={self.folder}/spool\n"
            f"SlurmctldPidFile={self.folder}/ctld.pid\nSlurmdPidFile={self.folder}/d.pid\nProctrackType=proctrack/pgid\n"
            "TaskPlugin=task/none\nSelectType=select/cons_tres\nSelectTypeParameters=CR_Core\nReturnToService=2\nSlurmctldParameters=enable_configless\n"
            f"NodeName={host} NodeAddr=127.0.0.1 CPUs={os.cpu_count()} State=UNKNOWN\n"
            f"PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP\n", encoding="ascii")
        (self.folder / "cgroup.conf").write_text("CgroupPlugin=cgroup/v1\n", encoding="ascii")
        for name in ("state", "spool"):
            (self.folder / name).mkdir()
        self.environment = {"SLURM_CONF": str(self.folder / "slurm.conf")}
        self.start("/usr/sbin/munged", "--foreground", "--force", f"--key-file={key}", f"--socket={munge}",
                   f"--pid-file={self.folder}/munge.pid", f"--log-file={self.folder}/munge.log", f"--seed-file={self.folder}/munge.seed")
        for _ in range(100):
            if munge.exists():
                break
            time.sleep(0.1)
        self.start("/usr/sbin/slurmctld", "-D", "-i")
        self.start("/usr/sbin/slurmd", "-D", "-N", host)
        for _ in range(300):
            said = run("sinfo", "-h", "-o", "%T", environment=self.environment)
            if said.stdout.strip() in ("idle", "mixed"):
                return self
            time.sleep(0.1)
        self.problem = "its daemons do not come up: " + " ".join(
            (self.folder / name).read_text(errors="replace")[-300:] for name in ("munged.err", "slurmctld.err", "slurmd.err")
            if (self.folder / name).exists())
        return self

    def __exit__(self, *_):
        for process in reversed(self.started):
            process.send_signal(signal.SIGTERM)
        for process in reversed(self.started):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
