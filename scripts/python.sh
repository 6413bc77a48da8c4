# Sourced by the other scripts: which Python makes the virtual environment.

# Print the first Python that is new enough and can make a virtual environment.
find_python() {
    for python in ${PYTHON:-} python3 python3.11 python3.12 python3.13 /usr/bin/python3; do
        if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            > /dev/null 2>&1; then
            command -v "$python"
            return 0
        fi
    done
    return 1
}
