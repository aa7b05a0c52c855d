# syntax=docker/dockerfile:1

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src/main src/main
# Maven and the libraries stay in the cache mount, so that a change of the source downloads nothing.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -Dmaven.test.skip=true package
# Unpacked, libraries apart from the application: the AOT cache works with this form only, and a new version of the
# portal is a layer of its own over libraries that rarely change.
RUN java -Djarmode=tools -jar target/layanan.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre AS runtime
# A fixed id, so that the owner of a volume is the same in every version. It must not be root: PostgreSQL refuses to
# be started by root, and without a database's address the portal starts one of its own.
RUN groupadd --system --gid 10001 layanan \
    && useradd --system --uid 10001 --gid layanan --home-dir /var/lib/layanan --shell /usr/sbin/nologin layanan \
    && install --directory --owner layanan --group layanan /var/lib/layanan /var/lib/layanan/data \
    && install --directory --owner layanan --group layanan --mode 700 /var/lib/layanan/keys
COPY --from=build /layers/dependencies/ /opt/layanan/
COPY --from=build /layers/spring-boot-loader/ /opt/layanan/
COPY --from=build /layers/snapshot-dependencies/ /opt/layanan/
COPY --from=build /layers/application/ /opt/layanan/
COPY --chmod=755 ops/docker/probe /opt/layanan/probe
# The collector is named because the JVM would choose another one on a small container, and a cache made under one
# collector is of less use under another. Out of memory ends the process: the orchestrator starts a healthy one.
# Short object headers (JEP 519) make the heap smaller.
ENV JAVA_TOOL_OPTIONS="-XX:+UseG1GC -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
USER 10001:10001
WORKDIR /var/lib/layanan

# One start of the portal, on its own database, ended as soon as it is up. The JVM writes down the classes it loaded
# and linked; with them it starts in about half the time, so a node that fails is replaced sooner. It is done in the
# build because the cache fits only the very JVM and jars it was made with, and in a stage of its own because the
# database it leaves behind has no place in the image. A build that fails here has found a portal that cannot start.
# The heap is bounded here because the cache does not fit a JVM with other object pointers, and a build machine with
# much memory would choose those.
FROM runtime AS training
RUN mkdir /tmp/aot \
    && java -Xmx1g -XX:AOTCacheOutput=/tmp/aot/layanan.aot -Dspring.context.exit=onRefresh -jar /opt/layanan/layanan.jar

FROM runtime
ARG VERSION=dev
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Layanan Kota Tangerang" \
      org.opencontainers.image.description="One portal for everything the city of Tangerang does online" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=training /tmp/aot/layanan.aot /opt/layanan/layanan.aot
# 8080 is the portal. 9090 is health and metrics: it listens on loopback unless told otherwise; never publish it.
EXPOSE 8080 9090
STOPSIGNAL SIGTERM
# Alive, not ready: a portal that has lost its database still serves the pages it keeps.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=2s --retries=3 \
    CMD ["/opt/layanan/probe", "/livez"]
ENTRYPOINT ["java", "-XX:AOTCache=/opt/layanan/layanan.aot", "-jar", "/opt/layanan/layanan.jar"]
