// Package composetest checks docker-compose.yml, Dockerfile and .env.example: ports, health check, no password, and that
// what they refer to exists. Where the machine has a compose tool, it is asked as well; no container is started.
package composetest
