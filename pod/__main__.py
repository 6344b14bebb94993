from pod.cli.main import run

run()
