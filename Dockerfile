# One image for each service: docker build --build-arg SERVICE=gateway -t cordon/gateway .
# SERVICE is access-service, evidence-service, search-service or gateway. docker-compose.yml builds
# all four. The steps inside were tried one by one; the file as a whole has not been built yet.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /cordon
COPY . .
ARG SERVICE
RUN --mount=type=cache,target=/root/.m2 \
    mvn --quiet --batch-mode --projects "$SERVICE" --also-make package -DskipTests \
 && cp "$SERVICE/target/cordon-$SERVICE-"*-SNAPSHOT.jar /app.jar \
 && java -Djarmode=tools -jar /app.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
# The group is the one that the secret files belong to (stack/src/main/compose/make-secrets.sh).
RUN groupadd --gid 10001 cordon \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin cordon
WORKDIR /app
# What changes least comes first, so that a new version of Cordon is a small layer.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
ARG HEAP=256m
RUN printf '%s\n' "-Xmx$HEAP" -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 \
      -Duser.timezone=UTC --enable-native-access=ALL-UNNAMED > java.options
USER 10001:10001
EXPOSE 8080
# Readiness, asked without a program that the image would need only for this.
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=6 \
  CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# No shell in between: it would drop environment variables with dots in their names, which is how
# the settings come.
ENTRYPOINT ["java", "@java.options", "-jar", "app.jar"]
