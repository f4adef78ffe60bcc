package neo4jtest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// fixed are the settings of every test server. The last three shorten a stop from 11 s (a quiet period of netty) to 2 s.
const fixed = `server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.http.enabled=true
server.https.enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=512m
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
db.tx_log.rotation.retention_policy=keep_none
client.allow_telemetry=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=2
internal.server.bolt.thread_pool_shutdown_wait_time=2s
`

// ReadOnly is the line of neo4j.conf that makes every database refuse writes, for [Server.Restart]: a new server must first
// make its databases.
const ReadOnly = "server.databases.default_to_read_only=true"

// jvm are the flags that the server's own start script gives, plus two for a quick start and a small process.
var jvm = []string{
	"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
	"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
	"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
	"--enable-native-access=ALL-UNNAMED", "-XX:-OmitStackTraceInFastThrow", "-XX:+DisableExplicitGC",
	"-Djdk.nio.maxCachedBufferSize=1024", "-Dio.netty.tryReflectionSetAccessible=true",
	"-Dio.netty.leakDetection.level=DISABLED", "-Dlog4j2.disable.jmx=true",
	"-Dlog4j.layout.jsonTemplate.maxStringLength=32768", "-Dfile.encoding=UTF-8",
}

// The settings and flags of a server with [Options.Full], in the place of those of the same name: the compiler and the memory that
// a real server has.
var (
	fullConf = []string{"server.memory.heap.initial_size=1g", "server.memory.heap.max_size=1g", "server.memory.pagecache.size=256m"}
	fullJVM  = []string{"-Xms1g", "-Xmx1g", "-XX:TieredStopAtLevel=4"}
)

// writeConf makes the folders of a home and its neo4j.conf; extra lines replace fixed ones of the same name.
func writeConf(home string, bolt, http int, auth bool, extra []string) error {
	for _, dir := range []string{"conf", "data", "logs", "run", "import", "plugins", "licenses", "certificates"} {
		if err := os.MkdirAll(filepath.Join(home, dir), 0o755); err != nil {
			return err
		}
	}
	lines := strings.Split(strings.TrimSpace(fixed), "\n")
	for name, port := range map[string]int{"bolt": bolt, "http": http} {
		for _, role := range []string{"listen", "advertised"} {
			lines = append(lines, fmt.Sprintf("server.%s.%s_address=127.0.0.1:%d", name, role, port))
		}
	}
	lines = append(lines, fmt.Sprintf("dbms.security.auth_enabled=%t", auth))
	for _, line := range extra {
		name, _, _ := strings.Cut(line, "=")
		lines = replace(lines, name+"=", line)
	}
	return os.WriteFile(filepath.Join(home, "conf", "neo4j.conf"), []byte(strings.Join(lines, "\n")+"\n"), 0o644)
}

// replace returns lines with line in the place of the one that starts with prefix, else at the end: the server refuses a setting
// that stands twice.
func replace(lines []string, prefix, line string) []string {
	for i, l := range lines {
		if strings.HasPrefix(l, prefix) {
			lines[i] = line
			return lines
		}
	}
	return append(lines, line)
}
