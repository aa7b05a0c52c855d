package id.tangerangkota.layanan.availability.result;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler.ReviveDeadExecution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;

/**
 * The jobs that look at shards, one for each. A job goes on for as long as its process
 * keeps the shard; then the next process that asks begins within a second or two, or,
 * when the process died, once the scheduler has noticed.
 */
class ShardTask extends CustomTask<Void> {

	static final String NAME = "availability-shard";

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final CheckNode node;

	private final int shards;

	ShardTask(CheckNode node, int shards) {
		super(NAME, Void.class, null, (now) -> now,
				(complete, operations) -> operations.reschedule(complete, complete.getTimeDone().plus(PAUSE)),
				new ReviveDeadExecution<>());
		this.node = node;
		this.shards = shards;
	}

	@Override
	public void onStartup(SchedulerClient scheduler, Clock clock) {
		for (int shard = 0; shard < this.shards; shard++) {
			scheduler.scheduleIfNotExists(schedulableInstance(String.valueOf(shard)));
		}
	}

	@Override
	public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
		int shard = Integer.parseInt(instance.getId());
		if (shard >= this.shards) {
			return (complete, operations) -> operations.remove();
		}
		try {
			this.node.serve(shard);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return (complete, operations) -> operations.reschedule(complete, complete.getTimeDone().plus(PAUSE));
	}

}
